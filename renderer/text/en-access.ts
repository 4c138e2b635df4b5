import type { AccessProblem, Role } from '../../electron/contract/words.ts';

/** Who is at the screen, whose run it is, and what nobody may do alone. */
export const access = {
  signIn: 'Sign in',
  signedIn: (name: string) => name,
  inCharge: (name: string) => `In charge: ${name}`,
  chairHeld: 'In charge',
  lock: 'Lock',
  switchPerson: 'Another person',
  takeChair: 'Take over the run',
  takeChairNote:
    'Whoever takes over signs with a PIN. Time and both names go into the record. What is done from then on is in the new name.',
  people: 'People',
  close: 'Close',
  who: 'Who are you?',
  nobody: 'Nobody who may has an account here. A service engineer adds people.',
  pin: 'PIN',
  pinOf: (name: string) => `PIN of ${name}`,
  other: 'Another name',
  enter: 'Enter',
  back: 'Delete',
  checking: 'Checking …',
  noAnswer: "The console's core did not answer. Try again.",
  startsHeat: 'Start heat: pump and heater on, in bypass',
  second: { title: 'A second person signs', note: 'Two people stand for this, by the rule of the site.' },
  needsSignIn: 'This needs somebody who may do it to sign in.',
  glass: {
    tab: 'Without signing in',
    title: 'It cannot wait for a PIN',
    note: 'Name and reason go into the record, as a deviation.',
    name: 'Your name',
    reason: 'Why it cannot wait',
    go: 'Do it now',
    needs: 'Enter name and reason',
  },
  first: {
    title: 'The first account',
    note: 'Nobody has an account yet. The first is a service engineer, who adds everybody else. HEAT OFF, PAUSE FLOW, STOP RUN and DRAIN NOW never need one.',
    name: 'Name',
    make: 'Make the account',
  },
  list: {
    title: 'People',
    add: 'Add a person',
    name: 'Name',
    role: 'Role',
    mayNot: 'may not sign in',
    active: 'May sign in',
    newPin: 'New PIN',
    ownPin: 'Your own PIN',
    save: 'Save',
    setPin: 'Set a new PIN',
    cancel: 'Cancel',
    saved: (name: string) => `${name}: saved`,
  },
  released: (name: string, at: string) => `Released by ${name}, ${at}`,
  notSignedOff: (count: number) =>
    `${count} ${count === 1 ? 'value' : 'values'} of the site nobody has signed for`,
  notReleased: 'Not released: OR staff cannot start it yet',
  release: 'Release for OR staff',
  releaseCaption: 'Void after any change',
  problem: (problem: AccessProblem): string => {
    switch (problem.kind) {
      case 'pin-wrong':
        return 'The PIN is not right.';
      case 'wait':
        return `Too many wrong PINs. Wait ${problem.seconds} s, then try again.`;
      case 'pin-no-figures':
        return `A PIN has ${problem.fewest} to ${problem.most} figures and nothing else.`;
      case 'pin-too-simple':
        return 'This PIN is too easy to guess. Take one that is no row and not one figure alone.';
      case 'no-such-person':
        return 'This person may not sign in here.';
      case 'not-signed-in':
        return 'Sign in first.';
      case 'not-your-role':
        return 'Your role may not do this.';
      case 'no-role-for-chair':
        return 'Only a perfusionist or a clinician can be in charge of a run.';
      case 'name-missing':
        return 'Enter a name.';
      case 'name-wrong':
        return problem.problem.kind === 'lost'
          ? 'The name holds a character that was lost (�): write it again.'
          : `The name is too long: at most ${problem.problem.most} characters.`;
      case 'name-taken':
        return `There is a ${problem.name} already. Tell the two apart by their names.`;
      case 'last-service':
        return 'One service engineer has to stay who may sign in.';
      case 'people-there':
        return 'There are people already. A service engineer adds others.';
      case 'people-file':
        return `Nobody can sign in. ${problem.said}`;
      case 'not-kept':
        return `It was not done, because it could not be written: ${problem.why}`;
    }
  },
  roleHint: (role: Role): string =>
    ({
      perfusionist: 'runs the treatment',
      'or-staff': 'starts a released run, acknowledges',
      clinician: 'runs it, decides outside the plan',
      service: 'people, site, presets; treats nobody',
    })[role],
};
