import { type ThemeConfig, theme } from 'antd';

/** Paper and ink; the same values stand in staff.css. Nothing here is a clock's colour. */
const LIGHT = {
  paper: '#faf7f0',
  sheet: '#fffdf8',
  sunk: '#f3eee2',
  hover: '#f4efe3',
  picked: '#efe8d7',
  ink: '#1d1b17',
  ink2: '#47433a',
  ink3: '#504b43',
  line: '#e2dbcb',
  line2: '#8d8570',
  bamboo: '#225535',
  bamboo2: '#1c472c',
  onBamboo: '#fffdf8',
};
const DARK: typeof LIGHT = {
  paper: '#151411',
  sheet: '#1b1a16',
  sunk: '#23211c',
  hover: '#25231d',
  picked: '#2e2a22',
  ink: '#ece7db',
  ink2: '#c6c0b1',
  ink3: '#c0b9aa',
  line: '#34312a',
  line2: '#7d7665',
  bamboo: '#8cc7a0',
  bamboo2: '#a6d7b6',
  onBamboo: '#10180f',
};

const FONTS = '"PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, sans-serif';

/** The look of antd's parts: dense, still, and without any colour but bamboo for what can be done. */
export function themeFor(dark: boolean): ThemeConfig {
  const c = dark ? DARK : LIGHT;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      motion: false,
      fontFamily: FONTS,
      fontSize: 14,
      fontSizeSM: 13,
      lineHeight: 1.6,
      controlHeight: 30,
      controlHeightSM: 26,
      borderRadius: 3,
      borderRadiusLG: 3,
      borderRadiusSM: 2,
      wireframe: false,
      colorPrimary: c.bamboo,
      colorPrimaryHover: c.bamboo2,
      colorPrimaryActive: c.bamboo2,
      colorLink: c.bamboo,
      colorLinkHover: c.bamboo2,
      colorLinkActive: c.bamboo2,
      colorTextLightSolid: c.onBamboo,
      // Errors and warnings are said in words and ink: red and amber belong to clocks.
      colorError: c.ink,
      colorWarning: c.ink,
      colorInfo: c.ink,
      colorSuccess: c.ink,
      colorText: c.ink,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink3,
      colorTextDescription: c.ink3,
      colorTextPlaceholder: c.ink3,
      colorTextDisabled: c.ink3,
      colorTextQuaternary: c.ink3,
      colorIcon: c.ink2,
      colorBgLayout: c.paper,
      colorBgContainer: c.sheet,
      colorBgElevated: c.sheet,
      colorFillQuaternary: c.sunk,
      colorFillTertiary: c.sunk,
      colorBgContainerDisabled: c.sunk,
      controlItemBgHover: c.hover,
      controlItemBgActive: c.picked,
      controlItemBgActiveHover: c.picked,
      colorBorder: c.line2,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      controlOutline: 'transparent',
      boxShadow: '0 2px 10px rgb(0 0 0 / 0.18)',
      boxShadowSecondary: '0 2px 10px rgb(0 0 0 / 0.18)',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Table: { headerBg: c.sunk, rowHoverBg: c.hover, rowSelectedBg: c.picked, borderColor: c.line },
      Segmented: { trackBg: c.sunk, itemSelectedBg: c.sheet, itemColor: c.ink2, itemSelectedColor: c.ink },
      Tag: { defaultBg: 'transparent', defaultColor: c.ink2 },
    },
  };
}
