using System.Xml.Linq;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>
/// The official rule tests (ConnectingEurope/eInvoicing-EN16931, test/Invoice-unit-UBL and CreditNote-unit-UBL): fragments, each
/// with the verdict on one rule. Every test of every file is a case of its own.
/// </summary>
public sealed class En16931UnitTests
{
    private static readonly XNamespace Test = "http://difi.no/xsd/vefa/validator/1.0";

    private static readonly Lazy<Dictionary<string, XElement>> Tests = new(Load);

    public static TheoryData<string> Cases => Repository.Data is null ? [] : new(Tests.Value.Keys);

    [DataTheory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Verdict(string id)
    {
        var test = Tests.Value[id];
        var read = Expect.Success(EInvoiceReader.Read(BytesOf(test)));
        var found = Found(read);
        foreach (var expected in test.Element(Test + "assert")!.Elements().Where(e => e.Name.LocalName is "success" or "error" or "warning"))
        {
            var rule = expected.Value.Trim();
            var findings = found.Where(f => f.Rule == rule).ToList();
            var shown = string.Join("; ", found);
            if (expected.Name.LocalName == "success") Assert.True(findings.Count == 0, $"{rule} must hold; found: {shown}");
            else Assert.True(findings.Count > 0, $"{rule} must be broken; found: {shown}");
            if (expected.Name.LocalName == "warning") Assert.All(findings, f => Assert.Equal(RuleSeverity.Warning, f.Severity));
            if (expected.Name.LocalName == "error") Assert.All(findings, f => Assert.Equal(RuleSeverity.Fatal, f.Severity));
        }
    }

    [DataFact]
    public void All_files_are_there() => Assert.Equal(181, Directory.GetFiles(Folder, "*.xml", SearchOption.AllDirectories)
        .Count(f => Path.GetFileName(Path.GetDirectoryName(f)!).StartsWith("unit-", StringComparison.Ordinal)));

    // Rules about the form of UBL are the reader's to find; it gives their ids as a fact.
    private static List<(string Rule, RuleSeverity Severity)> Found(ReadInvoice read) =>
    [
        .. En16931Rules.Check(read.Document, new() { Sets = RuleSets.En16931 }).Select(f => (f.Rule, f.Severity)),
        .. read.Findings.Where(f => f.Fact("rule") is not null).Select(f => (f.Fact("rule")!, RuleSeverity.Fatal)),
        .. read.Notices.Where(f => f.Fact("rule") is not null).Select(f => (f.Fact("rule")!, RuleSeverity.Warning)),
    ];

    private static byte[] BytesOf(XElement test) => System.Text.Encoding.UTF8.GetBytes(
        test.Elements().First(e => e.Name != Test + "assert").ToString(SaveOptions.DisableFormatting));

    private static string Folder => Path.Combine(Repository.Data!, "einvoice", "en16931");

    private static Dictionary<string, XElement> Load()
    {
        var tests = new Dictionary<string, XElement>();
        foreach (var kind in new[] { "unit-invoice", "unit-creditnote" })
            foreach (var file in Directory.GetFiles(Path.Combine(Folder, kind), "*.xml").Order(StringComparer.Ordinal))
            {
                var number = 0;
                foreach (var test in XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!.Elements(Test + "test"))
                    tests.Add($"{kind}/{Path.GetFileName(file)}#{++number}", test);
            }
        return tests;
    }
}
