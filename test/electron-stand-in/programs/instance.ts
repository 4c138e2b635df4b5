/** A main that says whether it is the first on its data folder, and ends when it hears of a second. */
import { app } from 'electron';

app.on('second-instance', (_event, argv, _folder, additionalData) => {
  console.log(`told of a second start: ${argv.join(' ')} ${JSON.stringify(additionalData)}`);
  app.quit();
});
if (app.requestSingleInstanceLock({ from: 'the second' })) console.log('first');
else {
  console.log('second');
  app.quit();
}
