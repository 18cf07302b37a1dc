import type { ReactElement } from 'react';
import { sayDay } from '../../domain/days.ts';
import { CHANNEL_LABELS } from '../../domain/vocabulary.ts';
import { Foot, RecordLine, Row } from './FormParts.tsx';
import type { Officer } from './officer.ts';
import { labelOf, sayMoment } from './print.rules.ts';
import type { ReceiptSlip } from './receipt.ts';

/** D1 登记回执 printed again: half a sheet to hand over, and the stub the petitioner signs. */
export function ReceiptSheet({
  slip,
  officer,
  now,
  origin,
}: {
  slip: ReceiptSlip;
  officer: Officer;
  now: string;
  /** Where the city is reached. */
  origin: string;
}): ReactElement {
  const { page, body, next, hash } = slip;
  const who = page.people[0]?.name ?? '';
  const people = `${who === '' ? '信访人' : who}${page.petitioners > 1 ? `等${page.petitioners}人` : ''}`;
  return (
    <>
      <section className="slip-part">
        <h1>信访登记回执</h1>
        <p className="to">{people}：</p>
        <p className="say">您反映的“{page.title}”，我单位已经收到。请存好这张回执。</p>
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
                ['登记编号', <b key="number">{page.number}</b>],
                ['收到时间', sayMoment(page.receivedAt)],
              ]}
            />
            <Row
              cells={[
                ['登记单位', page.body.name.zh],
                ['电话', body?.phone ?? ''],
              ]}
            />
            <Row
              cells={[
                ['形式', labelOf(CHANNEL_LABELS, page.channel)],
                ['材料', `请求${page.requests.length}项，附件${page.files.length}件`],
              ]}
            />
            <Row cells={[['地址和时间', `${body?.address.zh ?? ''}　${body?.hours.zh ?? ''}`]]} />
            <tr>
              <th scope="row">接下来</th>
              <td colSpan={5}>
                {next.length === 0 ? '现在没有在走的法定期限；办到哪一步，凭查询码查看，或打上面的电话。' : null}
                <ul className="plain">
                  {next.map((one) => (
                    <li key={one.id}>
                      最晚{sayDay(one.due, 'zh-CN')}：{one.label}（{one.who}）
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
            <tr>
              <th scope="row">怎么查</th>
              <td colSpan={5}>
                凭登记时告诉您的16位查询码和手机最后四位（没留手机的用姓名），在网上查看、评价，也可以打电话问。查询码只告知一次，这里不印；丢了，请带证件到登记单位，或打电话，换一个新的，旧的当场作废。信访不收钱。
              </td>
            </tr>
          </tbody>
        </table>
        <RecordLine hash={hash} origin={origin} />
        <Foot officer={officer} now={now}>
          补印的回执，不含查询码
        </Foot>
      </section>
      <section className="slip-part stub">
        <h1>信访登记回执存根</h1>
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
                ['登记编号', page.number],
                ['收到时间', sayMoment(page.receivedAt)],
              ]}
            />
            <Row
              cells={[
                ['信访人', people],
                ['登记单位', page.body.name.zh],
              ]}
            />
            <Row cells={[['事由', page.title]]} />
          </tbody>
        </table>
        <p className="hand">
          收到回执的人签名：
          <i />
          <i className="year" />年<i className="part" />月<i className="part" />日
        </p>
      </section>
    </>
  );
}
