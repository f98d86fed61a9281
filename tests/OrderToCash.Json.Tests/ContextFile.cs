using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace OrderToCash.Json.Tests;

/// <summary>The list of types in OrderToCashJsonContext.cs: what it should be, and what it is.</summary>
internal static class ContextFile
{
    private const string First = "    ])]\n";
    private const string Last = "public sealed partial class OrderToCashJsonContext : JsonSerializerContext;\n";

    internal static string Path { get; } = System.IO.Path.Combine(Repository.Root, "src", "OrderToCash.Json", "OrderToCashJsonContext.cs");

    /// <summary>The file with the list it should have; the rest stays as it is.</summary>
    internal static string Wanted()
    {
        var before = File.ReadAllText(Path).Split(First)[0];
        var file = new StringBuilder(before).Append(First);
        var types = StoredTypes.All.Concat(StoredTypes.Items).ToList();
        var ambiguous = types.GroupBy(PropertyName).Where(g => g.Count() > 1 || NodaTimeNames.Contains(g.Key)).Select(g => g.Key).ToHashSet();
        foreach (var type in types) file.Append(Line(type, ambiguous.Contains(PropertyName(type)))).Append('\n');
        return file.Append(Last).ToString();
    }

    internal static IEnumerable<string> Lines(string file) => file.Split('\n').Where(l => l.StartsWith("[JsonSerializable", StringComparison.Ordinal));

    /// <summary>What the context knows of a type; fails with the line to add when it knows nothing.</summary>
    internal static JsonTypeInfo Known(Type type)
    {
        var known = OrderToCashJsonContext.Default.GetTypeInfo(type);
        if (known is null) Assert.Fail($"Add to OrderToCashJsonContext.cs (UPDATE_JSON=1 does it):\n{Line(type, false)}");
        return known;
    }

    // The generator meets NodaTime's types inside ours and names their metadata by their simple names.
    private static readonly HashSet<string> NodaTimeNames = [.. typeof(Instant).Assembly.GetExportedTypes().Select(t => t.Name)];

    private static string Line(Type type, bool isAmbiguous) => isAmbiguous
        ? $"[JsonSerializable(typeof({Name(type)}), TypeInfoPropertyName = \"{type.Namespace!.Replace(".", "", StringComparison.Ordinal)}{PropertyName(type)}\")]"
        : $"[JsonSerializable(typeof({Name(type)}))]";

    private static string PropertyName(Type type) => type.IsGenericType
        ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + string.Concat(type.GetGenericArguments().Select(PropertyName))
        : type.Name;

    private static string Name(Type type)
    {
        if (type.IsGenericType)
        {
            var name = Short($"{type.Namespace}.{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}");
            return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        }
        return Keywords.GetValueOrDefault(type) ?? Short(type.FullName!.Replace('+', '.'));
    }

    // The file is in the namespace OrderToCash.Json: its siblings need no prefix.
    private static string Short(string name) =>
        name.StartsWith("OrderToCash.", StringComparison.Ordinal) && name.Count(c => c == '.') > 1 ? name["OrderToCash.".Length..] : name;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(decimal)] = "decimal", [typeof(bool)] = "bool",
    };
}
