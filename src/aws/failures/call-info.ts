/** The call that a failure is about, as far as its words need it. */
export type CallInfo = {
	/** The API prefix as IAM writes it. */
	readonly service: string;
	readonly operation: string;
	readonly region: string;
	/** Undefined: none was named. */
	readonly profile?: string;
	/** Set when AWS's own endpoint is replaced. */
	readonly endpoint?: string;
	/** The host that was asked, where it is not the service's own in the region. */
	readonly host?: string;
	/** It is drydock that is asked, for a demo. */
	readonly demo?: boolean;
	/** The program that was run for credentials. */
	readonly program?: string;
};
