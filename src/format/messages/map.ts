/** Texts of the map, to be taken into the catalogues. */
export interface MapMessages {
  /** Name of the map region for assistive technology. */
  readonly label: string;
  /** Says how to use it by keyboard and that the table holds the same buildings. */
  readonly description: string;
  readonly tools: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly drawRectangle: string;
  readonly drawPolygon: string;
  readonly drawRadius: string;
  readonly fit: string;
  readonly removeShape: string;
  readonly cancel: string;
  readonly hint: Readonly<Record<'rectangle' | 'polygon' | 'radius', string>>;
  readonly hintKeyboard: string;
  readonly radius: (metres: number) => string;
  readonly attribution: string;
  readonly legend: string;
  readonly vacancy: string;
  readonly vacancyTicks: readonly [string, string, string, string, string];
  readonly shapes: Readonly<Record<'office' | 'retailPodium' | 'heritageHouse', string>>;
  readonly unknown: string;
  readonly size: string;
  readonly cluster: string;
}

export const mapZh: MapMessages = {
  label: '楼宇地图',
  description: '方向键平移，加减键缩放。地图上的楼宇都在列表中，可在列表里逐栋查看。',
  tools: '地图工具',
  zoomIn: '放大',
  zoomOut: '缩小',
  drawRectangle: '框选',
  drawPolygon: '多边形选区',
  drawRadius: '半径选区',
  fit: '缩放至结果',
  removeShape: '移除选区',
  cancel: '取消',
  hint: {
    rectangle: '按住拖出矩形，或点两个对角',
    polygon: '逐点点击，双击或点起点闭合',
    radius: '按住圆心向外拖',
  },
  hintKeyboard: '键盘：方向键移动准星，Enter 定点，Backspace 退一步，Esc 取消',
  radius: (metres) => `半径 ${metres.toLocaleString('zh-CN')} 米`,
  attribution: '示意底图',
  legend: '图例',
  vacancy: '空置率',
  vacancyTicks: ['0', '8%', '15%', '30%', '50%+'],
  shapes: { office: '写字楼', retailPodium: '底商', heritageHouse: '小洋楼' },
  unknown: '未提供',
  size: '大小＝可招商面积',
  cluster: '数字＝楼宇数',
};

export const mapEn: MapMessages = {
  label: 'Map of buildings',
  description:
    'Arrow keys pan, plus and minus zoom. Every building on the map is also in the table, where it can be opened.',
  tools: 'Map tools',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  drawRectangle: 'Draw a rectangle',
  drawPolygon: 'Draw a polygon',
  drawRadius: 'Draw a radius',
  fit: 'Fit to results',
  removeShape: 'Remove this area',
  cancel: 'Cancel',
  hint: {
    rectangle: 'Drag a rectangle, or click two opposite corners',
    polygon: 'Click the corners; double-click or click the first one to close',
    radius: 'Press at the centre and drag outwards',
  },
  hintKeyboard:
    'Keyboard: arrows move the crosshair, Enter sets a point, Backspace takes one back, Esc cancels',
  radius: (metres) => `Radius ${metres.toLocaleString('en')} m`,
  attribution: 'Schematic base map',
  legend: 'Legend',
  vacancy: 'Vacancy rate',
  vacancyTicks: ['0', '8%', '15%', '30%', '50%+'],
  shapes: { office: 'Office', retailPodium: 'Retail podium', heritageHouse: 'Historic house' },
  unknown: 'Not provided',
  size: 'Size = available area',
  cluster: 'Figure = buildings',
};
