namespace OrderToCash.EInvoicing.Tests;

/// <summary>The valid documents of the public data.</summary>
internal static class ExampleFiles
{
    public static IEnumerable<string> Ubl() => All().Where(IsUbl);

    public static IEnumerable<string> Cii() => All().Where(f => !IsUbl(f));

    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Data!, "einvoice"), "*.xml", SearchOption.AllDirectories)
            .Where(f => !f.Contains("unit-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static bool IsUbl(string file) =>
        file.Contains("examples-ubl", StringComparison.Ordinal) || file.EndsWith("_ubl.xml", StringComparison.Ordinal);
}
