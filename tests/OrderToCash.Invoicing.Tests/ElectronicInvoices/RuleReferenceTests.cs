namespace OrderToCash.Invoicing.Tests;

/// <summary>docs/reference/en16931.md lists every rule; UPDATE_DOCS=1 writes the list.</summary>
public sealed class RuleReferenceTests
{
    private const string Start = "<!-- rules -->", End = "<!-- /rules -->";

    [Fact]
    public void Reference_lists_every_rule()
    {
        var path = Path.Combine(Repository.Root, "docs", "reference", "en16931.md");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(Start, StringComparison.Ordinal) + Start.Length, page.IndexOf(End, StringComparison.Ordinal));
        var list = List();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, page[..from] + list + page[to..]);
        else Assert.Equal(list, page[from..to]);
    }

    private static string List() => "\n\n| rule | severity | terms | sets |\n| --- | --- | --- | --- |\n" + string.Concat(En16931Rules.All
        .GroupBy(r => r.Rule)
        .Select(g => $"| {g.Key} | {g.First().Severity} | {string.Join(", ", g.Select(r => r.Term).Distinct())} | {g.First().Sets} |\n")) + "\n";
}
