/** OpenSSL's words where the answer to a TLS handshake is none: mostly a server that speaks plain HTTP. */
export function speaksNoTls(code: string, message: string): boolean {
	return code === 'ERR_SSL_WRONG_VERSION_NUMBER' || /wrong version number|packet length too long/.test(message);
}
