namespace OrderToCash.EInvoicing.Tests;

/// <summary>Valid documents of the official sets: no rule they claim to keep is broken.</summary>
public sealed class En16931ExampleTests
{
    public static TheoryData<string> Examples => Repository.Data is null ? [] : new(Directory
        .GetFiles(Path.Combine(Repository.Data, "einvoice"), "*.xml", SearchOption.AllDirectories)
        .Where(f => !f.Contains("unit-", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Path.Combine(Repository.Data, "einvoice"), f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal));

    [DataTheory, MemberData(nameof(Examples)), Trait("Category", "Vectors")]
    public void Valid_example_has_no_fatal_finding(string file)
    {
        var read = Expect.Success(EInvoiceReader.Read(File.ReadAllBytes(Path.Combine(Repository.Data!, "einvoice", file))));
        Assert.Empty(En16931Rules.Check(read.Document).Where(f => f.Severity == RuleSeverity.Fatal));
    }
}
