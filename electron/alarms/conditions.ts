import type { Condition } from './conditions/condition.ts';
import { courseConditions } from './conditions/course.ts';
import { flowAndPressureConditions } from './conditions/flow-and-pressure.ts';
import { technicalConditions } from './conditions/technical.ts';
import { temperatureConditions } from './conditions/temperature.ts';

/** The limits table, whole. A condition may stand in several rows; it is one alarm. */
export const conditions: readonly Condition[] = [
  ...temperatureConditions,
  ...flowAndPressureConditions,
  ...technicalConditions,
  ...courseConditions,
];
