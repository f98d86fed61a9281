namespace OrderToCash.Banking;

/// <summary>
/// A SEPA credit transfer order (pain.001.001.09). <see cref="WriteTo"/> checks it as a whole before a byte is written.
/// </summary>
public sealed record CreditTransferFile
{
    /// <summary>The message's id; at most 35 characters, never used again.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the message was made.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Who sends it.</summary>
    public required string Sender { get; init; }

    /// <summary>Who pays.</summary>
    public required SepaAccount Debtor { get; init; }

    /// <summary>The day the debtor's bank is to execute it.</summary>
    public required LocalDate ExecuteOn { get; init; }

    /// <summary>The transfers.</summary>
    public required EquatableArray<SepaTransfer> Transfers { get; init; }

    /// <summary>All that stands against sending it (<see cref="PaymentFileErrors"/>), with the place of each.</summary>
    public EquatableArray<DomainError> Check()
    {
        var checks = new PaymentFileChecks();
        checks.Header(MessageId, Sender, Transfers.Count);
        checks.Account(Debtor, "debtor");
        foreach (var (i, transfer) in Transfers.Index())
        {
            var at = $"transfers[{i}]";
            checks.Reference(transfer.EndToEndId, at + ".endToEndId", unique: "end-to-end");
            checks.Amount(transfer.Amount, at + ".amount");
            checks.Account(transfer.Creditor, at + ".creditor");
        }
        return checks.Findings;
    }

    /// <summary>Writes the message as pain.001.001.09, UTF-8; refused with all of <see cref="Check"/>, and then nothing is
    /// written.</summary>
    /// <returns>How many transfers of how much were written.</returns>
    public Result<PaymentFileTotals> WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var findings = Check();
        if (!findings.IsEmpty) return Result.Failure<PaymentFileTotals>(findings);
        var totals = PaymentFileTotals.Of(Transfers.Select(t => t.Amount));
        using var xml = new PainXml(stream, "pain.001.001.09", "CstmrCdtTrfInitn");
        xml.Header(MessageId, CreatedAt, totals, Sender);
        xml.Start("PmtInf");
        xml.Text("PmtInfId", MessageId);
        xml.Text("PmtMtd", "TRF");
        xml.Totals(totals);
        xml.Start("PmtTpInf");
        xml.Code("SvcLvl", "SEPA");
        xml.End();
        xml.Start("ReqdExctnDt");
        xml.Date("Dt", ExecuteOn);
        xml.End();
        xml.Party("Dbtr", Debtor.Name);
        xml.Account("DbtrAcct", Debtor.Iban);
        xml.Agent("DbtrAgt", Debtor.Bic);
        xml.Text("ChrgBr", "SLEV");
        foreach (var transfer in Transfers)
        {
            xml.Start("CdtTrfTxInf", "PmtId");
            xml.Text("EndToEndId", transfer.EndToEndId);
            xml.End();
            xml.Start("Amt");
            xml.Amount("InstdAmt", transfer.Amount);
            xml.End();
            if (transfer.Creditor.Bic.Length > 0) xml.Agent("CdtrAgt", transfer.Creditor.Bic);
            xml.Party("Cdtr", transfer.Creditor.Name);
            xml.Account("CdtrAcct", transfer.Creditor.Iban);
            xml.Remittance(transfer.Text);
            xml.End();
        }
        xml.End();
        return Result.Success(totals);
    }
}
