import type { CdpSession, Protocol } from './cdp.ts';
import type { Schemes } from './schemes.ts';

/** Answers one request of a page: refused, from the handler of its scheme, or left to Chromium. */
export async function answerRequest(
  session: CdpSession,
  { requestId, request, resourceType, frameId }: Protocol.Fetch.requestPausedPayload,
  schemes: Schemes,
  mayGo: (frameId: string, url: string) => boolean,
): Promise<void> {
  if (resourceType === 'Document' && !mayGo(frameId, request.url)) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    return;
  }
  if (request.url.endsWith('/favicon.ico')) {
    // Chromium asks for it unasked, now as one type and now as another; Electron does not, and main never hears of it.
    await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  const response = await schemes
    .answer(request.url, request.method, request.headers)
    .catch((error: Error) => new Response(String(error), { status: 500 }));
  if (!response) {
    await session.send('Fetch.continueRequest', { requestId });
    return;
  }
  const answer = {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
  };
  await session.fulfil(answer, new Uint8Array(await response.arrayBuffer()));
}
