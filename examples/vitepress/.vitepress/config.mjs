export default { title: "The engine" };
