// The bundle takes what is named here: the package has 750 operations.
export { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
