import type { ChangeAnswer } from '../aws/changes/change.ts';
import type { AwsFailure } from '../model/aws-failure.ts';

/** What became of one call. `lost`: it may have been carried out or not, and looking did not tell. */
export type Sent =
	| ({ readonly state: 'made' } & ChangeAnswer)
	| { readonly state: 'refused' | 'lost'; readonly failure: AwsFailure };
