using System.Text.Json;

namespace OrderToCash.TestSupport;

/// <summary>
/// The cases of one vector file, for <c>[MemberData]</c>: each case is a test named by its id.
/// <code>
/// public static TheoryData&lt;string&gt; Cases =&gt; VectorFile.Ids("collections/day-count.json");
/// [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
/// public void Day_count(string id) { var c = VectorFile.Case("collections/day-count.json", id); ... }
/// </code>
/// </summary>
public static class VectorFile
{
    private static readonly Dictionary<string, Dictionary<string, JsonElement>> Loaded = [];

    /// <summary>The ids of the cases, in the file's order.</summary>
    /// <param name="path">Relative to the vectors folder: <c>tax/odoo-line.json</c>.</param>
    /// <param name="list">The property that holds the cases; empty when the file is an array.</param>
    public static TheoryData<string> Ids(string path, string list = "cases") => new(Load(path, list).Keys);

    /// <summary>One case.</summary>
    public static JsonElement Case(string path, string id, string list = "cases") => Load(path, list)[id];

    /// <summary>The text of a vector file.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Vectors, path));

    private static Dictionary<string, JsonElement> Load(string path, string list)
    {
        lock (Loaded)
        {
            if (Loaded.TryGetValue(path + "#" + list, out var known)) return known;
            var root = JsonDocument.Parse(Text(path)).RootElement;
            var cases = list.Length == 0 ? root : root.GetProperty(list);
            var byId = new Dictionary<string, JsonElement>();
            foreach (var c in cases.EnumerateArray())
            {
                var id = c.GetProperty("id").GetString()!;
                for (var twin = 2; !byId.TryAdd(id, c); twin++) id = $"{c.GetProperty("id").GetString()}#{twin}";
            }
            return Loaded[path + "#" + list] = byId;
        }
    }
}
