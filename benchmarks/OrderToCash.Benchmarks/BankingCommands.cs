using System.Diagnostics;
using System.Globalization;
using OrderToCash.Banking;

namespace OrderToCash.Benchmarks;

/// <summary>A bank file that is larger than anybody keeps in memory, made while it is read: once through a reader, statement by statement.</summary>
internal static class BankingCommands
{
    private const int EntriesOfStatement = 1_000;
    private const int Looks = 10;

    /// <summary>banking-gigabyte [camt|mt940] [megabytes]: what stays in memory while 1,000 MB are read.</summary>
    public static void Gigabyte(string[] args)
    {
        var format = args.Length > 1 ? args[1] : "camt";
        var size = 1_000_000L * (args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000);
        using var file = new BankFileStream(format == "mt940" ? Mt940 : Camt, size, format == "mt940" ? ("", "") : ("<Document><BkToCstmrStmt>", "</BkToCstmrStmt></Document>"));
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var (statements, entries, findings, sum, next) = (0, 0L, 0L, 0L, size / Looks);
        TimeSpan looking = default;
        foreach (var read in BankFiles.BuiltIn.Read(file, new() { Characters = long.MaxValue }))
        {
            var statement = read.Value;
            statements++;
            findings += statement.Findings.Count;
            entries += statement.Entries.Count;
            foreach (var entry in statement.Entries) sum += entry.Amount.MinorUnits;
            if (file.Made < next) continue;
            next += size / Looks;
            var look = Stopwatch.GetTimestamp();
            Say($"| {file.Made / 1e6:F0} MB | {entries:N0} | {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F1} MB |");
            looking += Stopwatch.GetElapsedTime(look);
        }
        var seconds = (Stopwatch.GetElapsedTime(started) - looking).TotalSeconds;
        Say($"{format}: {file.Made / 1e6:F0} MB, {statements:N0} statements, {entries:N0} entries over {sum / 100m:N2}, {findings} findings");
        Say($"{seconds:F0} s, {file.Made / 1e6 / seconds:F0} MB a second, {entries / seconds:N0} entries a second, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / entries:N0} B an entry");
        Say($"most memory the process had: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    // A statement whose totals hold, with what a bank says of each transfer.
    private static void Camt(TextWriter to, int statement)
    {
        to.Write(FormattableString.Invariant($"<Stmt><Id>S{statement}</Id><ElctrncSeqNb>{statement}</ElctrncSeqNb><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>"));
        Balance("OPBD", 0);
        Balance("CLBD", EntriesOfStatement * (EntriesOfStatement + 1L) / 2);
        for (var i = 1; i <= EntriesOfStatement; i++)
            to.Write(FormattableString.Invariant($"<Ntry><Amt Ccy=\"EUR\">{i / 100m:F2}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-30</Dt></BookgDt><ValDt><Dt>2026-01-30</Dt></ValDt><AcctSvcrRef>B{statement}-{i}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E{statement}-{i}</EndToEndId></Refs><Amt Ccy=\"EUR\">{i / 100m:F2}</Amt><RltdPties><Dbtr><Nm>Nordwind Handel {i} GmbH</Nm></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties><RltdAgts><DbtrAgt><FinInstnId><BICFI>BYLADEM1001</BICFI></FinInstnId></DbtrAgt></RltdAgts><RmtInf><Ustrd>Rechnung RE-2026-{statement:D6}{i:D4} Kundennummer {i}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"));
        to.Write("</Stmt>\n");

        void Balance(string type, long cents) =>
            to.Write(FormattableString.Invariant($"<Bal><Tp><CdOrPrtry><Cd>{type}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{cents / 100m:F2}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-30</Dt></Dt></Bal>"));
    }

    private static void Mt940(TextWriter to, int statement)
    {
        to.Write(FormattableString.Invariant($":20:S{statement}\r\n:25:37040044/0532013000\r\n:28C:{statement % 100_000}/1\r\n:60F:C260129EUR0,00\r\n"));
        for (var i = 1; i <= EntriesOfStatement; i++)
            to.Write(FormattableString.Invariant($":61:2601300130CR{i / 100},{i % 100:D2}NTRFNONREF//B{statement}-{i}\r\n:86:166?00GUTSCHRIFT?20EREF+E{statement}-{i}?21SVWZ+Rechnung RE-2026-?22{statement:D6}{i:D4}?30BYLADEM1001?31DE02120300000000202051?32Müller & Söhne {i}\r\n"));
        to.Write(FormattableString.Invariant($":62F:C260130EUR{EntriesOfStatement * (EntriesOfStatement + 1) / 2 / 100},00\r\n-\r\n"));
    }
}
