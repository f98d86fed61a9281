using System.Text.RegularExpressions;

namespace OrderToCash.Architecture.Tests;

/// <summary>What the source of the shipped packages must and must not say.</summary>
public sealed class SourceTests
{
    private static readonly string[] Exact = ["Primitives", "Customers", "Orders", "Contracts", "Credit", "Tax", "Invoicing", "Receivables", "Collections", "Insights"];

    public static TheoryData<string, string> Banned => new()
    {
        { @"DateTime(Offset)?\.(Now|UtcNow|Today)|SystemClock\.Instance", "the clock is the host's: time comes in as a parameter" },
        { @"Guid\.(NewGuid|CreateVersion7)|Random\.Shared|new Random\(", "decisions are deterministic: ids and chance come in" },
        { @"Current(UI)?Culture", "text is invariant" },
        { @"NotImplementedException|TODO|FIXME|HACK", "nothing unfinished is shipped" },
        { @"\bdynamic\b|#pragma warning disable|#region", "no escape hatches" },
        { @"^\s*this\.(?!(\w+) = .*\b\1\b)", "this. only where a field and a parameter share their name" },
    };

    [Theory, MemberData(nameof(Banned))]
    public void Shipped_code_never_says(string pattern, string because)
    {
        var hits = Lines("src").Where(l => Regex.IsMatch(l.Text, pattern)).Select(l => l.Where).ToList();
        Assert.True(hits.Count == 0, $"{because}:\n{string.Join('\n', hits)}");
    }

    [Fact]
    public void Money_tax_and_exposure_know_no_binary_floating_point()
    {
        var hits = Exact.SelectMany(p => Lines("src/OrderToCash." + p))
            .Where(l => Regex.IsMatch(Regex.Replace(l.Text, "//.*|\"[^\"]*\"", ""), @"\b(double|float)\b")).Select(l => l.Where).ToList();
        Assert.True(hits.Count == 0, string.Join('\n', hits));
    }

    [Fact]
    public void No_file_is_over_500_lines()
    {
        var long_ones = new[] { "src", "samples", "benchmarks", "tests" }.SelectMany(Packages.Sources)
            .Select(f => (File: Packages.Relative(f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 500)
            .Where(f => !f.File.EndsWith("OrderToCashJsonContext.cs", StringComparison.Ordinal)).ToList(); // a list that a test writes
        Assert.True(long_ones.Count == 0, string.Join('\n', long_ones));
    }

    [Fact]
    public void Nine_of_ten_files_are_under_300_lines()
    {
        var counts = Packages.Sources("src").Select(f => File.ReadLines(f).Count()).Order().ToList();
        Assert.InRange(counts[counts.Count * 9 / 10], 1, 299);
    }

    [Fact]
    public void No_line_is_over_130_characters()
    {
        var wide = Lines("src").Where(l => l.Text.Length > 130 && !l.Text.Contains("\"\"\"", StringComparison.Ordinal)).Select(l => l.Where).ToList();
        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }

    [Fact]
    public void Folders_are_business_nouns()
    {
        string[] kinds = ["Events", "Interfaces", "Models", "Helpers", "Services", "Utils", "Common", "Entities", "Enums", "Exceptions", "Extensions"];
        var bad = Packages.Sources("src").Select(f => Path.GetFileName(Path.GetDirectoryName(f))!).Distinct().Intersect(kinds);
        Assert.Empty(bad);
    }

    [Fact]
    public void The_repository_names_no_machine_and_no_package_source()
    {
        var text = new[] { "*.md", "*.cs", "*.csproj", "*.props", "*.json", "*.html" }
            .SelectMany(p => Directory.EnumerateFiles(Repository.Root, p, SearchOption.AllDirectories))
            .Where(f => !Packages.Relative(f).StartsWith("artifacts/", StringComparison.Ordinal) && !f.Contains("/out/", StringComparison.Ordinal)
                && !f.Contains("/.git/", StringComparison.Ordinal));
        var hits = text.Where(f => Regex.IsMatch(File.ReadAllText(f), @"(^|[^.\w])/(work|farm|home|tmp)/\w|nuget\.config")
            && !f.EndsWith("SourceTests.cs", StringComparison.Ordinal)).Select(Packages.Relative).ToList();
        Assert.Empty(hits);
        Assert.Empty(Directory.EnumerateFiles(Repository.Root, "*.config", SearchOption.TopDirectoryOnly)
            .Where(f => Path.GetFileName(f).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<(string Where, string Text)> Lines(string folder) => Packages.Sources(folder)
        .SelectMany(f => File.ReadLines(f).Select((text, i) => ($"{Packages.Relative(f)}:{i + 1}: {text.Trim()}", text)));
}
