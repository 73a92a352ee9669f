import type { ActionRequest } from './action-request.ts';
import type { Form } from './form.ts';
import { scaleForm } from './scale-form.ts';

/** The form of an action. */
export function formFor({ verb }: ActionRequest): Form {
	switch (verb) {
		case 'scale':
			return scaleForm;
	}
}
