import type { Patch } from '../patch.ts';

/**
 * EC2's client describes all its 750 operations in one file, as constants of which a bundler would take what is used: but
 * for member names that are themselves constants, in brackets, and so may do anything. By their names they do nothing.
 * Of that file 25 kB come into the bundle, without this 552 kB.
 */
export const ec2ByThePiece: Patch = {
	name: 'ec2-by-the-piece',
	files: {
		'@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js': {
			everywhere: { '[_eQN]:': 'ec2QueryName:', '[_xN]:': 'xmlName:', '[_iTd]:': 'idempotencyToken:' },
		},
	},
};
