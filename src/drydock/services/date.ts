/** A world time (epoch ms) as the SDK's shapes have it. */
export function date(at: number): Date;
export function date(at: number | undefined): Date | undefined;
export function date(at: number | undefined): Date | undefined {
	return at === undefined ? undefined : new Date(at);
}
