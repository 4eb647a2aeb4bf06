/**
 * What Chromium's console says of a server that is gone. Which of these it is depends on when the connection ended:
 * before it was opened, in use, or kept open for the next request. A journey that stops a server expects any of them.
 */
export const UNREACHABLE =
  /net::ERR_(?:CONNECTION_(?:REFUSED|RESET|CLOSED|ABORTED|FAILED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|HTTP2_PROTOCOL_ERROR)/;
