import type { ClientSettings } from '../aws-services.ts';
import type { Asked } from './asked.ts';

/** Where the clients' credentials come from. */
export type CredentialsSource = {
	readonly provider: NonNullable<ClientSettings['credentials']>;
	/** Who was asked last for them; undefined when nobody had to be. */
	readonly asked?: () => Asked | undefined;
};
