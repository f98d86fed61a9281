using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OrderToCash.Architecture.Tests;

/// <summary>
/// The C# blocks of every page compile: the blocks of one page, in order, are one program. Links between pages lead somewhere.
/// </summary>
public sealed class DocumentationTests
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks", "NodaTime",
        .. Packages.MaySee.Keys,
    ];

    public static TheoryData<string> Pages => new(Markdown().Select(Packages.Relative));

    [Theory, MemberData(nameof(Pages))]
    public void Code_on_the_page_compiles(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        var blocks = Regex.Matches(text, @"^```csharp[^\n]*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        if (blocks.Count == 0) return;

        var source = string.Concat(Usings.Select(u => $"using {u};\n")) + string.Join('\n', blocks);
        var tree = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Preview));
        var compilation = CSharpCompilation.CreateScriptCompilation("Page", tree, References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"{page}:\n{string.Join('\n', errors)}");
    }

    [Theory, MemberData(nameof(Pages))]
    public void Links_on_the_page_lead_somewhere(string page)
    {
        var file = Path.Combine(Repository.Root, page);
        var text = Regex.Replace(File.ReadAllText(file), "```.*?```|`[^`]*`", "", RegexOptions.Singleline);
        var targets = Regex.Matches(text, @"\]\(([^)#\s]+)(#[^)]*)?\)").Select(m => m.Groups[1].Value).Where(t => !t.Contains("://", StringComparison.Ordinal));
        Assert.All(targets, t => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, t)), $"{page} links to {t}, which is not there."));
    }

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))]);

    private static IEnumerable<string> Markdown() => Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Where(f => Packages.Relative(f) is var r && !r.StartsWith("artifacts/", StringComparison.Ordinal) && !r.Contains("/out/", StringComparison.Ordinal)
            && !r.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
