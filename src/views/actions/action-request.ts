/** What a key asks for: which action, on what beyond the service. */
export type ActionRequest = { readonly verb: 'scale' };

/** `Scale checkout`: what its dialog is called from the first moment on. */
export function titleOf({ verb }: ActionRequest, serviceName: string): string {
	switch (verb) {
		case 'scale':
			return `Scale ${serviceName}`;
	}
}
