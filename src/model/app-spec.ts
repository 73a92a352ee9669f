/** An AppSpec for ECS as its author wrote it, as plain data. Texts are raw: clean them before they are shown. */
export type AppSpec = Readonly<Record<string, unknown>>;

/** What an AppSpec has to say of a service. */
export type AppSpecService = {
	readonly containerName: string;
	readonly containerPort: number;
	readonly platformVersion?: string;
	readonly capacityProviderStrategy: readonly {
		readonly capacityProvider: string;
		readonly weight: number;
		readonly base: number;
	}[];
};

/** An AppSpec for a service that has none yet (CodeDeploy user guide, "AppSpec file structure for Amazon ECS deployments"). */
export function newAppSpec(
	taskDefinition: string,
	{ containerName, containerPort, platformVersion, capacityProviderStrategy }: AppSpecService,
): AppSpec {
	return {
		version: 0,
		Resources: [
			{
				TargetService: {
					Type: 'AWS::ECS::Service',
					Properties: {
						TaskDefinition: taskDefinition,
						LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
						...(platformVersion === undefined ? {} : { PlatformVersion: platformVersion }),
						...(capacityProviderStrategy.length === 0
							? {}
							: {
									CapacityProviderStrategy: capacityProviderStrategy.map((item) => ({
										CapacityProvider: item.capacityProvider,
										Weight: item.weight,
										Base: item.base,
									})),
								}),
					},
				},
			},
		],
	};
}

/** The task definition it brings in; undefined when it is none for ECS. */
export function taskDefinitionIn(appSpec: AppSpec): string | undefined {
	const [resource] = resourcesIn(appSpec);
	const [service] = Object.values(asMembers(resource));
	const found = memberOf(asMembers(memberOf(asMembers(service), 'Properties')), 'TaskDefinition');
	return typeof found === 'string' ? found : undefined;
}

/** The same AppSpec for another task definition: everything else, hooks included, as it is. */
export function withTaskDefinition(appSpec: AppSpec, taskDefinition: string): AppSpec {
	return replaced(appSpec, 'Resources', () =>
		resourcesIn(appSpec).map((resource) =>
			Object.fromEntries(
				Object.entries(asMembers(resource)).map(([name, service]) => [
					name,
					replaced(asMembers(service), 'Properties', (properties) =>
						replaced(asMembers(properties), 'TaskDefinition', () => taskDefinition),
					),
				]),
			),
		),
	);
}

/** The lifecycle events at which it has a Lambda function called: `BeforeAllowTraffic`. */
export function hooksIn(appSpec: AppSpec): readonly string[] {
	const hooks = memberOf(appSpec, 'Hooks');
	return Array.isArray(hooks) ? hooks.flatMap((hook) => Object.keys(asMembers(hook))) : [];
}

function resourcesIn(appSpec: AppSpec): readonly unknown[] {
	const resources = memberOf(appSpec, 'Resources');
	return Array.isArray(resources) ? resources : [];
}

/** CodeDeploy takes its names in capitals or not: `Resources`, `resources`. */
function keyOf(members: AppSpec, name: string): string | undefined {
	return Object.keys(members).find((key) => key.toLowerCase() === name.toLowerCase());
}

function memberOf(members: AppSpec, name: string): unknown {
	const key = keyOf(members, name);
	return key === undefined ? undefined : members[key];
}

function replaced(members: AppSpec, name: string, change: (value: unknown) => unknown): AppSpec {
	const key = keyOf(members, name) ?? name;
	return { ...members, [key]: change(members[key]) };
}

function asMembers(value: unknown): AppSpec {
	return typeof value === 'object' && value !== null ? (value as AppSpec) : {};
}
