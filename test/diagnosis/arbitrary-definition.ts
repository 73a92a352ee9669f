import fc from 'fast-check';
import type { TaskDefinition } from '../../src/model/task-definition.ts';
import { taskDefinitionArn } from '../fixtures/shop.ts';
import { NAMES, someOf, sparse, strange, text, time } from './arbitrary-values.ts';

const number = fc.constantFrom(0, 1, 10, 256, 512, 1e9);
const command = fc.constantFrom(
	[],
	['NONE'],
	['CMD'],
	['CMD-SHELL', 'curl -f -m 10 http://localhost:8080/healthz || exit 1'],
	['curl', ''],
);

const container = sparse(
	{
		name: fc.constantFrom(...NAMES),
		image: fc.constantFrom(
			'',
			'shop/checkout',
			'shop/checkout:latest',
			'shop/checkout:1.2.3',
			'docker.io/library/nginx@sha256:0',
		),
		essential: fc.boolean(),
		portMappings: someOf(sparse({ containerPort: number }, { name: text })),
	},
	{
		cpu: number,
		memory: number,
		memoryReservation: number,
		healthCheck: fc.record({ command, interval: number, timeout: number, retries: number, startPeriod: number }),
		logs: sparse({ logDriver: strange('awslogs', 'awsfirelens') }, { group: text, region: text, streamPrefix: text }),
		stopTimeout: number,
	},
);

/** As delivered: nobody has cleaned it. */
const raw = fc.oneof(text, fc.constant('\u009d8;;http://evil\u009cna\u202eme\u001b[2J\n'));

/** The raw document: whatever JSON AWS may have, not all of it as the types have it. */
const document = fc.oneof(
	fc.constant({}),
	fc.record(
		{
			containerDefinitions: fc.oneof(
				fc.array(
					fc.record(
						{
							name: fc.constantFrom(...NAMES),
							dependsOn: someOf(
								fc.record({ containerName: fc.constantFrom(...NAMES), condition: strange('HEALTHY', 'START') }),
							),
							portMappings: someOf(fc.record({ containerPort: number, hostPort: number }, { requiredKeys: [] })),
							image: raw,
							secrets: someOf(fc.record({ name: raw, valueFrom: raw })),
							logConfiguration: fc.record(
								{ logDriver: raw, options: fc.dictionary(raw, raw, { maxKeys: 2 }) },
								{ requiredKeys: [] },
							),
						},
						{ requiredKeys: [] },
					),
					{ maxLength: 3 },
				),
			),
			volumes: someOf(fc.record({ efsVolumeConfiguration: fc.record({ fileSystemId: raw, rootDirectory: raw }) })),
			runtimePlatform: fc.record({ cpuArchitecture: raw, operatingSystemFamily: raw }, { requiredKeys: [] }),
			requiresAttributes: someOf(fc.record({ name: raw }, { requiredKeys: [] })),
			networkMode: strange('awsvpc', 'bridge', 'host', 'none'),
			executionRoleArn: raw,
			cpu: fc.constantFrom('256', '1 vCPU', ''),
			memory: fc.constantFrom('512', '2 GB', ''),
		},
		{ requiredKeys: [] },
	),
);

/** A task definition with any of it missing. */
export const arbitraryDefinition: fc.Arbitrary<TaskDefinition> = sparse(
	{
		taskDefinitionArn: fc.constantFrom(taskDefinitionArn('checkout', 42), taskDefinitionArn('checkout', 43)),
		family: fc.constant('checkout'),
		revision: fc.constantFrom(42, 43),
		status: strange('ACTIVE', 'INACTIVE'),
		containerDefinitions: fc.uniqueArray(container, { maxLength: 3, selector: ({ name }) => name }),
		document,
	},
	{
		cpu: fc.constantFrom('256', ''),
		memory: fc.constantFrom('512', ''),
		networkMode: strange('awsvpc', 'bridge', 'host'),
		registeredAt: time,
		registeredBy: text,
	},
);
