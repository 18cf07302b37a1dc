import { heading, type PaperParagraph, paragraph } from '../../alongside/documents/paper.contract.ts';

/** D32 紧急信访信息专报: what, who, how many, where, the risk, the measures (条例 25). */
export function urgentText(report: {
  readonly number: string;
  readonly what: string;
  readonly risk: string;
  readonly measures: string;
  readonly to: readonly string[];
}): readonly PaperParagraph[] {
  return [
    paragraph(`信访件编号：${report.number}。`),
    heading('一、情况'),
    paragraph(report.what.trim()),
    heading('二、风险'),
    paragraph(report.risk.trim()),
    heading('三、已经采取和建议采取的措施'),
    paragraph(report.measures.trim()),
    paragraph(`同时报送：${report.to.join('、')}。`),
    paragraph('依据：《信访工作条例》第二十五条。'),
  ];
}
