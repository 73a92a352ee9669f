/**
 * The AWS CLI's command that mends these credentials, for a sign-in that is over. The SDK's providers say that only in
 * words: "The SSO session associated with this profile has expired". Undefined when it is something else.
 */
export function signInCommand(code: string, message: string): 'aws sso login' | 'aws login' | undefined {
	if (!['CredentialsProviderError', 'TokenProviderError', 'UnauthorizedException'].includes(code)) return undefined;
	if (/\baws login\b|failed to load token from|please reauthenticate/i.test(message)) return 'aws login';
	// A profile that lacks settings is told with the same words; no sign-in mends it.
	const isOver = /\bsso\b|session token not found/i.test(message) && /expired|invalid|not found|refresh/i.test(message);
	return isOver && !/required parameters/i.test(message) ? 'aws sso login' : undefined;
}
