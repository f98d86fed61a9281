using System.Text;

namespace OrderToCash.Banking.Tests;

/// <summary>Writes small camt files by hand, wrong ones too.</summary>
public sealed record ACamt
{
    public string Account { get; init; } = "<Acct><Id><IBAN>GB33 BUKB 2020 1555 5555 55</IBAN></Id><Ccy>GBP</Ccy></Acct>";
    public string Opening { get; init; } = "100.00";
    public string Closing { get; init; } = "100.00";
    public string Entries { get; init; } = "";
    public string Version { get; init; } = "camt.053.001.08";
    public string Message { get; init; } = "BkToCstmrStmt";
    public string Section { get; init; } = "Stmt";

    public string Text => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:{Version}">
        <{Message}><GrpHdr><MsgId>M1</MsgId></GrpHdr>
        <{Section}><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb>
        <FrToDt><FrDtTm>2011-01-03T00:00:00+01:00</FrDtTm><ToDtTm>2011-01-04T23:59:59+01:00</ToDtTm></FrToDt>
        {Account}
        {Balance("OPBD", Opening)}{Balance("CLBD", Closing)}
        {Entries}
        </{Section}></{Message}></Document>
        """;

    public Stream Stream => new MemoryStream(Encoding.UTF8.GetBytes(Text));

    public static string Entry(string amount = "10.00", string direction = "CRDT", string inside = "", string status = "<Sts><Cd>BOOK</Cd></Sts>",
        string dates = "<BookgDt><Dt>2011-01-03</Dt></BookgDt><ValDt><Dt>2011-01-04</Dt></ValDt>", string currency = "GBP", string before = "") =>
        $"""<Ntry>{before}<Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{status}{dates}{inside}</Ntry>""";

    public static string Details(params string[] details) =>
        $"<NtryDtls>{string.Concat(details.Select(d => $"<TxDtls>{d}</TxDtls>"))}</NtryDtls>";

    public BankStatement Read() => Expect.Success(Assert.Single(Camt053Reader.Read(Stream)));

    public BankEntry ReadEntry() => Assert.Single(Read().Entries);

    private static string Balance(string type, string amount) => amount.Length == 0 ? "" :
        $"""<Bal><Tp><CdOrPrtry><Cd>{type}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">{amount.TrimStart('-')}</Amt><CdtDbtInd>{(amount[0] == '-' ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>2011-01-03</Dt></Dt></Bal>""";
}
