import { AwsFault } from './handler.ts';
import type { Protocol } from './protocol.ts';
import type { ServiceName } from './service-name.ts';

/**
 * The errors that every AWS service answers, with the code each protocol has for them.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html and its siblings.
 */
export type CommonFaults = {
	unknownOperation(operation: string, version: string): AwsFault;
	notImplemented(service: ServiceName, operation: string): AwsFault;
	missingToken(): AwsFault;
	expiredToken(): AwsFault;
	/** As IAM words it for a call on no particular resource. */
	accessDenied(service: ServiceName, operation: string, principalArn: string): AwsFault;
	throttled(): AwsFault;
	unavailable(service: ServiceName): AwsFault;
	malformed(problem: string): AwsFault;
	/** drydock itself is wrong; `defect` says where. */
	internalFailure(defect: string): AwsFault;
};

/** The common errors in the words of the protocol that the caller speaks. */
export function commonFaults(kind: Protocol['kind']): CommonFaults {
	const json = kind === 'json';
	const faults: CommonFaults = {
		unknownOperation: (operation, version) =>
			json
				? new AwsFault('UnknownOperationException', `Could not find operation ${operation}`)
				: new AwsFault('InvalidAction', `Could not find operation ${operation} for version ${version}`),
		notImplemented: (service, operation) =>
			new AwsFault('UnsupportedOperation', `drydock does not implement ${service}:${operation}`),
		missingToken: () =>
			json
				? new AwsFault('MissingAuthenticationTokenException', 'Missing Authentication Token')
				: new AwsFault('MissingAuthenticationToken', 'Request is missing Authentication Token', {}, 403),
		expiredToken: () => {
			const message = 'The security token included in the request is expired';
			return json ? new AwsFault('ExpiredTokenException', message) : new AwsFault('ExpiredToken', message, {}, 403);
		},
		accessDenied: (service, operation, principalArn) => {
			const action = `${service}:${operation}`;
			const message = `User: ${principalArn} is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`;
			return json ? new AwsFault('AccessDeniedException', message) : new AwsFault('AccessDenied', message, {}, 403);
		},
		throttled: () => new AwsFault(json ? 'ThrottlingException' : 'Throttling', 'Rate exceeded'),
		unavailable,
		malformed: (problem) => new AwsFault(json ? 'SerializationException' : 'MalformedInput', problem),
		internalFailure: (defect) => new AwsFault('InternalFailure', defect, {}, 500),
	};
	return kind === 'ec2' ? { ...faults, ...EC2_FAULTS } : faults;
}

/** What EC2 calls by names of its own (Amazon EC2 API reference, error codes). */
const EC2_FAULTS: Partial<CommonFaults> = {
	accessDenied: (service, operation, principalArn) => {
		const action = `${service}:${operation}`;
		const why = `User: ${principalArn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;
		return new AwsFault('UnauthorizedOperation', `You are not authorized to perform this operation. ${why}`, {}, 403);
	},
	expiredToken: () => new AwsFault('RequestExpired', 'Request has expired.'),
	throttled: () => new AwsFault('RequestLimitExceeded', 'Request limit exceeded.', {}, 503),
	unavailable: () => new AwsFault('Unavailable', "The server is overloaded and can't handle the request.", {}, 503),
};

function unavailable(service: ServiceName): AwsFault {
	switch (service) {
		case 'ecs':
			return new AwsFault('ServerException', 'Service Unavailable. Please try again later.', {}, 500);
		case 'logs':
			return new AwsFault('ServiceUnavailableException', 'The service cannot complete the request.', {}, 500);
		default:
			return new AwsFault(
				'ServiceUnavailable',
				'The request has failed due to a temporary failure of the server.',
				{},
				503,
			);
	}
}
