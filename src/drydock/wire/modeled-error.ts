import { NormalizedSchema } from '@smithy/core/schema';
import type { AwsFault } from './handler.ts';
import type { ServiceModel } from './service-model.ts';

/** What AWS's model says about an error; common errors (`ThrottlingException`) are in no model. */
export type ModeledError = {
	readonly schema: NormalizedSchema | undefined;
	readonly status: number;
	/** The code an awsQuery client sees: `TargetGroupNotFound` for `TargetGroupNotFoundException`. */
	readonly queryCode: string;
	readonly sender: 'Sender' | 'Receiver';
	/** The fault's members with its message under the name the model gives it (`message` or `Message`). */
	readonly members: Readonly<Record<string, unknown>>;
};

/** Finds the fault in the model by its name or by its awsQuery code. */
export function modeledError(fault: AwsFault, model: ServiceModel | undefined): ModeledError {
	const shape = model?.errors.get(fault.code);
	const schema = shape && NormalizedSchema.of(shape);
	const traits = schema?.getMergedTraits();
	const queryError = traits?.['awsQueryError'];
	const httpError = traits?.['httpError'];
	const server = traits?.error === 'server' || (fault.status ?? 400) >= 500;
	const names = schema === undefined ? [] : Array.from(schema.structIterator(), ([name]) => name);
	return {
		schema,
		status: fault.status ?? (typeof httpError === 'number' ? httpError : server ? 500 : 400),
		queryCode: Array.isArray(queryError) ? String(queryError[0]) : fault.code,
		sender: server ? 'Receiver' : 'Sender',
		members: { ...fault.members, [names.includes('Message') ? 'Message' : 'message']: fault.message },
	};
}
