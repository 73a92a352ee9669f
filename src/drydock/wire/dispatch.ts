import { randomUUID } from 'node:crypto';
import { createCallLog, type CallLog } from './call-log.ts';
import { commonFaults } from './common-faults.ts';
import { answer, type Answering } from './answer.ts';
import { reportDefect } from '../report-defect.ts';
import type { FaultRule } from './fault-rule.ts';
import { AwsFault, type Handlers } from './handler.ts';
import { type AnswerFate, passFaults, truncated } from './inject-faults.ts';
import { route, signedRegion } from './route.ts';
import { readServiceModel, type ServiceModel } from './service-model.ts';
import type { ServiceName } from './service-name.ts';
import { createTokenBuckets } from './token-buckets.ts';
import { ConnectionReset, type WireRequest, type WireResponse } from './wire-message.ts';

export type DispatcherOptions = {
	/** The twelve digits of the world's account. */
	readonly account: string;
	/** Who calls, as AccessDenied names them. */
	readonly principalArn: string;
	readonly handlers: Readonly<Partial<Record<ServiceName, Handlers>>>;
	/** Epoch ms of the callers' clock (not the world's): request buckets and the call log run by it. */
	readonly now: () => number;
	/** 0 to 1, seeded: decides which calls a fault hits. */
	readonly random: () => number;
	/** The faults that the scenario has in force now; those of `setFaults` go before them. Default: none. */
	readonly scenarioFaults?: () => readonly FaultRule[];
	/** Told when drydock itself is wrong. Default: a line on stderr. */
	readonly report?: (defect: string) => void;
};

/** Answers AWS API requests without knowing of sockets. */
export type Dispatcher = {
	/**
	 * @throws {ConnectionReset} when a fault breaks the connection.
	 * @throws {unknown} the signal's reason, when the caller went away.
	 */
	dispatch(request: WireRequest): Promise<WireResponse>;
	/** The faults in force, the scenario's first. */
	faults(): readonly FaultRule[];
	/** Replaces what was set or added before; the scenario's own faults stay. */
	setFaults(rules: readonly FaultRule[]): void;
	addFaults(rules: readonly FaultRule[]): void;
	readonly log: CallLog;
	readonly handlers: DispatcherOptions['handlers'];
};

/** The calls that the log remembers. */
const logCapacity = 10_000;

/** Puts the handlers of the services behind AWS's wire protocols, request buckets and faults on demand. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
	const { account, principalArn, handlers, now, random, scenarioFaults = () => [], report = reportDefect } = options;
	const log = createCallLog(logCapacity);
	const buckets = createTokenBuckets(random);
	const models = new Map<ServiceName, Promise<ServiceModel>>();
	let added: readonly FaultRule[] = [];
	const faults = (): readonly FaultRule[] => [...scenarioFaults(), ...added];

	async function dispatch(request: WireRequest): Promise<WireResponse> {
		const at = now();
		const requestId = randomUUID();
		const { protocol, service, operation, version } = route(request);
		const region = signedRegion(request);
		const common = commonFaults(protocol.kind);
		let model: ServiceModel | undefined;
		let status = 0;
		let fate: AnswerFate = 'whole';
		try {
			if (service === undefined) throw common.unknownOperation(operation, version);
			model = await modelOf(service.name, service.load);
			const operationModel = model.operations.get(operation);
			if (operationModel === undefined) throw common.unknownOperation(operation, version);
			if (region === undefined) throw common.missingToken();
			const call = { service: service.name, operation, region, account, requestId, signal: request.signal };
			fate = await passFaults(faults(), { call, principalArn, common, buckets, now: now(), random });
			const answering: Answering = { protocol, service, model, operation: operationModel, common, report };
			const response = await answer(handlers[service.name]?.[operation], request.body, call, answering);
			if (fate === 'lost') throw new ConnectionReset();
			status = response.status;
			return fate === 'truncated' ? truncated(response) : response;
		} catch (error) {
			if (!(error instanceof AwsFault)) throw error;
			if (fate === 'lost') throw new ConnectionReset();
			const encoded = protocol.encodeFault(error, { service, model, requestId });
			status = encoded.status;
			return { ...encoded, headers: { ...encoded.headers, 'x-amzn-requestid': requestId } };
		} finally {
			log.record({ service: service?.name ?? '', operation, region: region ?? '', at, ms: now() - at, status });
		}
	}

	function modelOf(name: ServiceName, load: () => Promise<Readonly<Record<string, unknown>>>): Promise<ServiceModel> {
		let model = models.get(name);
		if (model === undefined) {
			model = load().then(readServiceModel);
			models.set(name, model);
		}
		return model;
	}

	return {
		dispatch,
		faults,
		setFaults(rules) {
			added = rules;
		},
		addFaults(rules) {
			added = [...added, ...rules];
		},
		log,
		handlers,
	};
}
