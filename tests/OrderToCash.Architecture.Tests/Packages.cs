using System.Reflection;

namespace OrderToCash.Architecture.Tests;

/// <summary>The packages of the family, and which of its siblings each may see (docs/concepts/architecture.md).</summary>
internal static class Packages
{
    private const string All =
        "Primitives Customers Orders Contracts Credit Tax Receivables Invoicing Matching Collections Insights Banking";

    public static readonly IReadOnlyDictionary<string, string[]> MaySee = new Dictionary<string, string>
    {
        ["OrderToCash.Primitives"] = "",
        ["OrderToCash.Customers"] = "Primitives",
        ["OrderToCash.Orders"] = "Primitives",
        ["OrderToCash.Contracts"] = "Primitives",
        ["OrderToCash.Credit"] = "Primitives",
        ["OrderToCash.Tax"] = "Primitives",
        ["OrderToCash.Receivables"] = "Primitives",
        ["OrderToCash.Invoicing"] = "Primitives Tax",
        ["OrderToCash.Matching"] = "Primitives Receivables",
        ["OrderToCash.Collections"] = "Primitives Receivables",
        ["OrderToCash.Insights"] = "Primitives Receivables",
        ["OrderToCash.Banking"] = "Primitives",
        ["OrderToCash.EInvoicing"] = "Primitives Tax Invoicing",
        ["OrderToCash.ArdalisResult"] = "Primitives",
        ["OrderToCash"] = All,
        ["OrderToCash.Json"] = All,
    }.ToDictionary(p => p.Key, p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => "OrderToCash." + n).ToArray());

    /// <summary>What a package may reference beside the framework.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Libraries = new Dictionary<string, string[]>
    {
        ["OrderToCash"] = ["NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["OrderToCash.ArdalisResult"] = ["Ardalis.Result"],
    };

    public static TheoryData<string> Names => new(MaySee.Keys);

    public static Assembly Load(string name) => Assembly.Load(name);

    /// <summary>The C# files of a folder, without build output.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
