import { Fragment, type ReactElement } from 'react';
import { ID_KIND_LABELS } from '../../domain/particulars.ts';
import { CHANNEL_LABELS, IDENTITY_LABELS, PURPOSE_LABELS, ROUTE_LABELS } from '../../domain/vocabulary.ts';
import { Box, Foot, Row } from './FormParts.tsx';
import type { Officer } from './officer.ts';
import { labelOf, sayDate, sayMoment } from './print.rules.ts';
import type { Registration } from './registration.ts';

/** D36 信访登记表: what arrived and how it was registered, with boxes for the opinions that offices write by hand. */
export function RegistrationSheet({
  form,
  officer,
  now,
}: {
  form: Registration;
  officer: Officer;
  now: string;
}): ReactElement {
  const { page, matters } = form;
  const place = [page.division.name.zh, page.place].filter((part) => part !== undefined && part !== '').join('，');
  return (
    <>
      <h1>信访登记表</h1>
      <p className="over">
        <span>登记机构：{page.body.name.zh}</span>
        <span>登记编号：{page.number}</span>
      </p>
      <table className="grid">
        <colgroup>
          <col className="l" />
          <col />
          <col className="l" />
          <col />
          <col className="l" />
          <col />
        </colgroup>
        <tbody>
          <Row
            cells={[
              ['收到日期', sayDate(page.receivedOn)],
              ['登记日期', form.registeredOn ? sayDate(form.registeredOn) : '尚未登记'],
              ['信访形式', labelOf(CHANNEL_LABELS, page.channel)],
            ]}
          />
          <Row
            cells={[
              ['信访目的', labelOf(PURPOSE_LABELS, page.purpose)],
              ['信访人数', `${page.petitioners}人`],
              ['身份核实', labelOf(IDENTITY_LABELS, page.identity)],
            ]}
          />
          {page.people.length === 0 ? <Row cells={[['信访人', '未载明']]} /> : null}
          {page.people.map((person, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two people may bear one name
            <Fragment key={at}>
              <Row
                cells={[
                  [at === 0 ? '信访人' : `信访人${at + 1}`, person.name === '' ? '匿名' : person.name],
                  ['证件号码', sayDocument(person)],
                ]}
              />
              <Row
                longLast
                cells={[
                  ['联系电话', person.phone ?? ''],
                  ['住址', person.address ?? ''],
                ]}
              />
            </Fragment>
          ))}
          <Row
            cells={[
              ['问题属地', place],
              ['发生时间', page.since ?? ''],
            ]}
          />
          <tr className="text high">
            <th scope="row">
              <span className="upright">内容</span>
            </th>
            <td colSpan={5}>
              <p className="lead">{page.title}</p>
              <div className="said">{page.text}</div>
            </td>
          </tr>
          <tr>
            <th scope="row">请求</th>
            <td colSpan={5}>
              <ol className="plain">
                {page.requests.map((request, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
                  <li key={at}>{`${at + 1}．${request}`}</li>
                ))}
              </ol>
            </td>
          </tr>
          {page.files.length > 0 ? (
            <Row cells={[['附件', `${page.files.length}件：${page.files.map((file) => file.name).join('、')}`]]} />
          ) : null}
          {page.remark ? <Row cells={[['备注', page.remark]]} /> : null}
          <tr>
            <th scope="row">信访事项</th>
            <td colSpan={5}>
              {matters.length === 0 ? '尚未登记为事项' : null}
              <ol className="plain">
                {matters.map((matter) => (
                  <li key={matter.number}>
                    {matter.number}　{matter.title}
                    <br />
                    内容分类：{matter.category}；目的：{labelOf(PURPOSE_LABELS, matter.purpose)}
                    {matter.proposedRoute ? `；建议途径：${labelOf(ROUTE_LABELS, matter.proposedRoute)}` : ''}
                  </li>
                ))}
              </ol>
            </td>
          </tr>
          <Box label="拟办意见" />
          <Box label="领导批示" />
          <Box label="办理结果" />
        </tbody>
      </table>
      <p className="over under">
        <span>收件：{form.takenInBy}</span>
        <span>登记人：{form.registeredBy}</span>
        <span>收到时间：{sayMoment(page.receivedAt)}</span>
      </p>
      <Foot officer={officer} now={now}>
        证件号码已遮去中间各位
      </Foot>
    </>
  );
}

/** The number is masked by the page it comes from; an identity card is what is meant where nothing else is said. */
function sayDocument({ idKind, idNumber }: Registration['page']['people'][number]): string {
  if (!idNumber) return '';
  return idKind === undefined || idKind === 'id-card' ? idNumber : `${labelOf(ID_KIND_LABELS, idKind)} ${idNumber}`;
}
