import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { counted } from '../shared/spent.ts';
import { cognitoPool } from './cognito-pool.ts';
import { sweep } from './follow.ts';
import { accountsApp } from './routes.ts';

const userPoolId = z.string().min(1).parse(process.env['USER_POOL_ID']);
const pool = cognitoPool(counted(new CognitoIdentityProviderClient()), userPoolId);
const context = staffContext(readStaff, readings);

export const handler = lambdaEntry({ http: accountsApp(context, pool), sweep: () => sweep(context, pool) });
