/** What OpenAPI says of statuses and headers. */
import type { Bilingual, Endpoint, OtherStatus } from './endpoint.ts';
import type { ParameterObject } from './parameter.ts';
import { defaultPersona, personaHeader, personas } from './session.ts';

export function bilingual({ zh, en }: Bilingual): string {
  return `${zh} — ${en}`;
}

export const statusWords: Readonly<Record<OtherStatus, Bilingual>> = {
  304: { zh: '未改变', en: 'Not changed since the ETag' },
  400: { zh: '参数有误；errors 逐一列出', en: 'Bad parameters, each listed in errors' },
  401: { zh: '须先登录', en: 'Sign in first' },
  403: { zh: '此角色无权', en: 'Your role may not do this' },
  404: { zh: '没有这个编号；near 列出相近者', en: 'No such id; near lists what comes close' },
  409: { zh: '与现有数据相抵触', en: 'At odds with what is there' },
  412: { zh: '他人已改；current 为现值', en: 'Changed by somebody else; current is what it is now' },
  413: { zh: '请求体过大', en: 'Body too large' },
  415: { zh: '请求体类型不符', en: 'Body of another type' },
  422: { zh: '内容不合规则；fields 逐一列出', en: 'Against the rules, each field listed in fields' },
  428: { zh: '须带 If-Match', en: 'If-Match is needed' },
  429: { zh: '过于频繁；见 Retry-After', en: 'Too often; see Retry-After' },
  503: { zh: '暂不可用；稍后再试', en: 'Not available now; try again later' },
  507: { zh: '磁盘已满；未写入任何内容', en: 'Disk full; nothing was written' },
};

export const personaParameter: ParameterObject = {
  name: personaHeader,
  in: 'header',
  description: bilingual({
    zh: '以哪个角色查看；仅示例数据且服务只听本机时有效',
    en: 'the role to look as; only while the data are the sample and the server listens on this machine alone',
  }),
  schema: { type: 'string', enum: personas, default: defaultPersona },
};

export const headerParameters: Readonly<Record<Endpoint['headers'][number], ParameterObject>> = {
  'if-match': {
    name: 'if-match',
    in: 'header',
    required: true,
    description: bilingual({ zh: '所改记录的 tag', en: 'tag of the record that is changed' }),
    schema: { type: 'string' },
  },
  'last-event-id': {
    name: 'last-event-id',
    in: 'header',
    description: bilingual({ zh: '所持数据的版本', en: 'revision of the data that the reader holds' }),
    schema: { type: 'string' },
  },
  'idempotency-key': {
    name: 'idempotency-key',
    in: 'header',
    description: bilingual({
      zh: '一日之内，同一键的重复请求得到同一回答，不会写两次',
      en: 'for a day a repeated request with the same key gets the same answer and writes nothing again',
    }),
    schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
  },
};
