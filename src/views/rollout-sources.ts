import type { StorySources } from '../diagnosis/deployment-story.ts';
import type { Service } from '../model/service.ts';
import type { Picture } from '../store/picture.ts';
import { knownTasksOf } from '../store/tasks-of.ts';

/** All that the picture has to tell the story of a service's rollouts with. */
export function rolloutSources(picture: Picture, service: Service): StorySources {
	return {
		service,
		history: picture.serviceDeployments[service.serviceArn]?.value,
		tasks: knownTasksOf(picture, service),
	};
}
