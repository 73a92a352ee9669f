// What drydock answers of EC2; the package describes 750 operations.
export { DescribeInstances$, DescribeSubnets$ } from '@aws-sdk/client-ec2';
