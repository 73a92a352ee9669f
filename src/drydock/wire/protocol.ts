import type { AwsService } from './aws-services.ts';
import type { AwsFault } from './handler.ts';
import type { OperationModel, ServiceModel } from './service-model.ts';

/** One of AWS's RPC protocols: how requests are read and how answers and errors are written. */
export type Protocol = {
	/** What AWS's common errors are called in this protocol: `AccessDeniedException`, `AccessDenied` or `UnauthorizedOperation`. */
	readonly kind: 'json' | 'query' | 'ec2';
	/** @throws {Error} when the body is not what the protocol says. */
	decode(operation: OperationModel, body: Uint8Array): Promise<unknown>;
	encode(operation: OperationModel, answer: object, context: EncodeContext): Encoded;
	encodeFault(fault: AwsFault, context: EncodeContext): Encoded;
};

export type EncodeContext = {
	readonly service: AwsService | undefined;
	/** Absent when the request was refused before the service was known. */
	readonly model: ServiceModel | undefined;
	readonly requestId: string;
};

export type Encoded = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
};
