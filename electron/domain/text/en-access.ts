import type { AccessProblem } from '../access-problem.ts';

/** Why something about people, PINs or the chair was not done, and how to mend it. */
export function accessProblem(problem: AccessProblem): string {
  switch (problem.kind) {
    case 'pin-wrong':
      return 'This is not the PIN of this person. Enter it again.';
    case 'wait':
      return `Too many wrong PINs. Try again in ${problem.seconds} s; what needs no sign-in can be done meanwhile.`;
    case 'pin-no-figures':
      return `A PIN has ${problem.fewest} to ${problem.most} figures and nothing else. Enter it again.`;
    case 'pin-too-simple':
      return 'This PIN is too simple: all its figures are alike, or they count up or down. Choose another one.';
    case 'no-such-person':
      return 'This person cannot sign in here. Choose another one, or ask the service engineer.';
    case 'not-signed-in':
      return 'Nobody is signed in. Sign in first.';
    case 'not-your-role':
      return 'This role may not do that. Ask somebody who may to sign in.';
    case 'no-role-for-chair':
      return 'Only a perfusionist or a clinician takes over the machine. Choose one of them.';
    case 'name-missing':
      return 'The name is missing. Enter it.';
    case 'name-wrong':
      return problem.problem.kind === 'lost'
        ? 'The name holds a lost character (�). Write it again.'
        : `The name has ${problem.problem.tooMany} characters too many, at most ${problem.problem.most}. Shorten it.`;
    case 'name-taken':
      return `There is a “${problem.name}” already. Write the name so that both can be told apart.`;
    case 'last-service':
      return 'This is the last service engineer who can sign in. Add another one first.';
    case 'people-there':
      return 'There are people already. Ask the service engineer to add you.';
    case 'people-file':
      return problem.said;
    case 'not-kept':
      return `It is not done, because it could not be written (${problem.why}). Check disk and folder, then try again.`;
  }
}
