import { API } from './entries/api.ts';
import { CAPACITY } from './entries/capacity.ts';
import { CONTAINER_START } from './entries/container-start.ts';
import { DEPLOYMENTS } from './entries/deployments.ts';
import { EXIT_CODES } from './entries/exit-codes.ts';
import { IMAGE_PULL } from './entries/image-pull.ts';
import { LOG_DRIVER } from './entries/log-driver.ts';
import { NETWORK_AND_STORAGE } from './entries/network-and-storage.ts';
import { CONTAINER_LOG, HEALTH_CHECK_OUTPUT } from './entries/outputs.ts';
import { PLACEMENT } from './entries/placement.ts';
import { SCALING } from './entries/scaling.ts';
import { SECRETS } from './entries/secrets.ts';
import { SERVICE_EVENTS } from './entries/service-events.ts';
import { STOPS } from './entries/stops.ts';
import { TARGETS } from './entries/targets.ts';
import type { Block } from './entry.ts';

/** Everything the catalogue knows, in the order in which it is tried. */
export const BLOCKS: readonly Block[] = [
	SERVICE_EVENTS,
	DEPLOYMENTS,
	STOPS,
	SECRETS,
	LOG_DRIVER,
	IMAGE_PULL,
	NETWORK_AND_STORAGE,
	PLACEMENT,
	CAPACITY,
	CONTAINER_START,
	EXIT_CODES,
	TARGETS,
	SCALING,
	HEALTH_CHECK_OUTPUT,
	CONTAINER_LOG,
	API,
];
