namespace OrderToCash.EInvoicing.Tests;

public sealed class ReadExamplesTests
{
    [DataFact]
    public void Every_valid_ubl_document_is_read_without_a_finding()
    {
        var wrong = new List<string>();
        foreach (var file in ExampleFiles.Ubl())
        {
            using var stream = File.OpenRead(file);
            var read = EInvoiceReader.Read(stream);
            if (!read.IsSuccess) wrong.Add($"{Path.GetFileName(file)}: {read}");
            else wrong.AddRange(read.Value.Findings.Concat(read.Value.Notices).Select(f => $"{Path.GetFileName(file)}: {f}"));
        }
        Assert.Equal("", string.Join("\n", wrong));
    }
}
