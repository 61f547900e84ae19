// Lays out graphs with ELK's layered algorithm, sections included:
//
//   node layout.mjs <graphs.json >places.json
//
// Reads a list of graphs, each {spacing, nodes, edges}. `spacing` is {cards, rows, padding, margin}.
// A node is a card {id, width, height}, or a section {id, title: {width, height}, nodes}, whose title
// gets room at the top left of its box. An edge is {id, from, to} and may end at a section. Writes a
// list of {width, height, boxes, lines}: boxes are [x, y, width, height] by the id of the node, lines
// lists of [x, y] by that of the edge, all of them from the picture's top left.
import {text} from 'node:stream/consumers';
import ELK from 'elkjs/lib/elk.bundled.js';

const padding = (top, rest) => `[top=${top},left=${rest},bottom=${rest},right=${rest}]`;

const distances = (spacing) => ({
  'elk.spacing.nodeNode': spacing.cards,
  'elk.layered.spacing.nodeNodeBetweenLayers': spacing.rows,
});

function elkNode(node, spacing) {
  if (!node.nodes) return node;
  const {width, height} = node.title;
  const room = spacing.padding;
  return {
    id: node.id,
    children: node.nodes.map((inner) => elkNode(inner, spacing)),
    layoutOptions: {
      ...distances(spacing),
      // As padding: a label would make ELK leave its width free beside the cards, too.
      'elk.padding': padding(height > 0 ? height + 2 * room : room, room),
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      // ELK turns a graph that leads down on its side, but not the least sizes of what is nested in
      // it: height and width have to change places.
      'elk.nodeSize.minimum': `(0, ${width + 2 * room})`,
    },
  };
}

function elkGraph({spacing, nodes, edges}) {
  return {
    id: 'root',
    children: nodes.map((node) => elkNode(node, spacing)),
    edges: edges.map(({id, from, to}) => ({id, sources: [from], targets: [to]})),
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.padding': padding(spacing.margin, spacing.margin),
      ...distances(spacing),
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
  };
}

function places(laidOut) {
  const result = {width: laidOut.width, height: laidOut.height, boxes: {}, lines: {}};
  const visit = (node) => {
    result.boxes[node.id] = [node.x, node.y, node.width, node.height];
    node.children?.forEach(visit);
  };
  laidOut.children.forEach(visit);
  for (const edge of laidOut.edges) {
    // An edge with one end at each side has one section; ELK calls its parts that.
    const points = (edge.sections ?? []).flatMap(
        ({startPoint, bendPoints, endPoint}) => [startPoint, ...(bendPoints ?? []), endPoint]);
    result.lines[edge.id] = points.map(({x, y}) => [x, y]);
  }
  return result;
}

const elk = new ELK();
const all = [];
for (const graph of JSON.parse(await text(process.stdin))) {
  all.push(places(await elk.layout(elkGraph(graph))));
}
process.stdout.write(JSON.stringify(all));
