import { awsServices, type AwsService } from './aws-services.ts';
import { cborProtocol } from './cbor-protocol.ts';
import { ec2QueryProtocol } from './ec2-query-protocol.ts';
import { jsonProtocol } from './json-protocol.ts';
import type { Protocol } from './protocol.ts';
import { queryProtocol } from './query-protocol.ts';
import type { WireRequest } from './wire-message.ts';

const RPC_PATH = /^\/service\/([^/]+)\/operation\/([^/?]+)$/;

/** Which service, operation and protocol a request is for. */
export type Route = {
	readonly protocol: Protocol;
	/** Undefined when no service has this target or version. */
	readonly service: AwsService | undefined;
	readonly operation: string;
	readonly version: string;
};

/** rpcv2Cbor is told by its path, awsJson by its `X-Amz-Target` header; all else is read as an awsQuery form. */
export function route(request: WireRequest): Route {
	const [, prefixInPath, operationInPath = ''] = RPC_PATH.exec(request.path ?? '') ?? [];
	if (prefixInPath !== undefined) {
		const service = awsServices.find(({ target }) => target === prefixInPath);
		return { protocol: cborProtocol, service, operation: operationInPath, version: '' };
	}
	const target = request.headers['x-amz-target'];
	if (target !== undefined) {
		const [prefix, operation = ''] = target.split('.');
		return {
			protocol: jsonProtocol(request.headers['content-type']?.includes('json-1.0') ? '1.0' : '1.1'),
			service: awsServices.find((service) => service.target === prefix),
			operation,
			version: '',
		};
	}
	const form = new URLSearchParams(new TextDecoder().decode(request.body));
	const version = form.get('Version') ?? '';
	const speaksQuery = (service: AwsService): boolean =>
		service.target === undefined || service.queryCompatible === true;
	const service = awsServices.find((each) => each.version === version && speaksQuery(each));
	return {
		protocol: service?.ec2Query ? ec2QueryProtocol : queryProtocol,
		service,
		operation: form.get('Action') ?? '',
		version,
	};
}

/** The region in the SigV4 scope `Credential=<key>/<date>/<region>/<service>/aws4_request`; undefined when unsigned. */
export function signedRegion(request: WireRequest): string | undefined {
	return /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers['authorization'] ?? '')?.[1];
}
