using System.Xml;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>The official unit tests about the form of UBL (UBL-SR, UBL-DT, UBL-CR): each document, each expected verdict.</summary>
public sealed class OfficialRuleTests
{
    [DataFact]
    public void Every_verdict_on_a_syntax_rule_is_the_official_one()
    {
        var (wrong, count) = (new List<string>(), 0);
        foreach (var file in Files())
        {
            foreach (var (asserts, read) in Tests(file))
            {
                foreach (var (rule, isError, number) in asserts.Where(a => a.Rule.StartsWith("UBL-", StringComparison.Ordinal)))
                {
                    count++;
                    var document = Expect.Success(read);
                    var found = document.Findings.Concat(document.Notices).Count(f => f.Fact("rule") == rule);
                    if ((found > 0) != isError || (number is { } expected && found != expected))
                        wrong.Add($"{Path.GetFileName(file)}: {rule} expected {(isError ? "error" : "success")}, found {found}");
                }
            }
        }
        Assert.Empty(wrong);
        Assert.True(count >= 10, $"only {count} verdicts");
    }

    [DataFact]
    public void Every_fragment_of_the_official_tests_is_read()
    {
        var (refused, count) = (new List<string>(), 0);
        foreach (var file in Files())
        {
            foreach (var (_, read) in Tests(file))
            {
                count++;
                if (!read.IsSuccess) refused.Add($"{Path.GetFileName(file)}: {read}");
            }
        }
        Assert.Empty(refused);
        Assert.True(count > 400, $"only {count} fragments");
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Data!, "einvoice", "en16931"), "*.xml", SearchOption.AllDirectories)
            .Where(f => f.Contains("unit-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<(List<(string Rule, bool IsError, int? Number)> Asserts, Result<ReadInvoice> Read)> Tests(string file)
    {
        using var reader = XmlReader.Create(file);
        var asserts = new List<(string, bool, int?)>();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "test" }) asserts = [];
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "error" or "success" or "fatal" or "warning" })
            {
                var isError = reader.LocalName != "success";
                int? number = reader.GetAttribute("number") is { } text ? int.Parse(text) : null;
                asserts.Add((reader.ReadElementContentAsString().Trim(), isError, number));
                continue;
            }
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Invoice" or "CreditNote" })
            {
                yield return (asserts, EInvoiceReader.Read(reader));
                continue;
            }
            reader.Read();
        }
    }
}
