using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderToCash.Architecture.Tests;

/// <summary>
/// The catalogues of errors: well-formed, unique, documented in docs/reference/errors.md (<c>UPDATE_DOCS=1 dotnet test</c> rewrites it),
/// and each code produced by a test.
/// </summary>
public sealed class ErrorCatalogueTests
{
    private static readonly Lazy<string> TestSources = new(() =>
        string.Join('\n', Packages.Sources("tests").Where(f => !f.EndsWith("ErrorCatalogueTests.cs", StringComparison.Ordinal)).Select(File.ReadAllText)));

    public static TheoryData<string> Fields => new(Catalogue().Select(c => c.Field));

    [Theory, MemberData(nameof(Fields))]
    public void A_code_is_produced_by_a_test(string field) =>
        Assert.Matches($@"Expect\.(Refused|Found)\(\s*{Regex.Escape(field)}\b", TestSources.Value);

    [Fact]
    public void Codes_are_unique_and_well_formed()
    {
        var codes = Catalogue().Select(c => c.Code.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches(@"^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$", code));
    }

    [Fact]
    public void Every_error_code_stands_in_a_catalogue()
    {
        var strays = Packages.MaySee.Keys.SelectMany(p => Packages.Load(p).GetExportedTypes())
            .Where(t => !t.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.FieldType == typeof(ErrorCode));
        Assert.Empty(strays);
    }

    [Fact]
    public void The_reference_page_is_up_to_date()
    {
        var page = new StringBuilder("""
            # Errors

            Every refusal has a code: `area.reason`. Codes are a contract: never reused, never renamed. Messages are for people and may change;
            the facts in braces come with the error by name, so that a host can translate. This page is made from the catalogues in the code.

            Kinds: *Invalid* (the same input never works), *Refused* (a rule of the business says no), *NotFound*, *Conflict* (somebody was
            faster), *Forbidden*, *Unavailable* (a service gave no answer). Retryable: the same command may succeed later without a change.

            """);
        foreach (var package in Catalogue().GroupBy(c => c.Package))
        {
            page.Append($"\n## {package.Key}\n\n| code | kind | says | what to do |\n| --- | --- | --- | --- |\n");
            foreach (var (_, code, _) in package.OrderBy(c => c.Code.Code, StringComparer.Ordinal))
                page.Append($"| `{code.Code}` | {code.Kind}{(code.Retryable ? ", retryable" : "")} | {Cell(code.Message)} | {Cell(code.Remedy)} |\n");
        }
        var path = Path.Combine(Repository.Root, "docs", "reference", "errors.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page.ToString());
        }
        Assert.True(File.Exists(path), "docs/reference/errors.md is missing: UPDATE_DOCS=1 dotnet test writes it.");
        Assert.Equal(File.ReadAllText(path), page.ToString());
    }

    private static string Cell(string text) => text.Replace("|", "\\|");

    private static IEnumerable<(string Field, ErrorCode Code, string Package)> Catalogue() =>
        from package in Packages.MaySee.Keys
        from type in Packages.Load(package).GetExportedTypes()
        where type.Name.EndsWith("Errors", StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        where field.FieldType == typeof(ErrorCode)
        select ($"{type.Name}.{field.Name}", (ErrorCode)field.GetValue(null)!, package);
}
