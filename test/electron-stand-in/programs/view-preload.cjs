const { contextBridge, ipcRenderer } = require('electron');

const missing = ['fs', 'events', 'timers'].map((id) => {
  try {
    require(id);
    return `${id} is there`;
  } catch (error) {
    return error.message;
  }
});
contextBridge.exposeInMainWorld('door', {
  missing,
  ask: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  hear: (listener) => {
    const hear = (_event, ...args) => listener(...args);
    ipcRenderer.on('news', hear);
    return () => {
      ipcRenderer.off('news', hear);
    };
  },
  sync: () => ipcRenderer.sendSync('tell'),
});
