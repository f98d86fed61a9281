namespace OrderToCash.Banking;

/// <summary>
/// A SEPA direct debit order (pain.008.001.08). <see cref="WriteTo"/> checks it as a whole before a byte is written.
/// </summary>
public sealed record DirectDebitFile
{
    /// <summary>The message's id; at most 35 characters, never used again.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the message was made.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Who sends it.</summary>
    public required string Sender { get; init; }

    /// <summary>The batches.</summary>
    public required EquatableArray<DirectDebitBatch> Batches { get; init; }

    /// <summary>All that stands against sending it (<see cref="PaymentFileErrors"/>), with the place of each.</summary>
    public EquatableArray<DomainError> Check()
    {
        var checks = new PaymentFileChecks();
        checks.Header(MessageId, Sender, Batches.Sum(b => b.Collections.Count));
        foreach (var (i, batch) in Batches.Index())
        {
            var at = $"batches[{i}]";
            checks.Reference(batch.Id, at + ".id", unique: "batch");
            checks.Account(batch.Creditor, at + ".creditor");
            if (!CreditorIdentifier.IsValid(batch.CreditorId))
                checks.Add(PaymentFileErrors.CreditorIdInvalid.At(at + ".creditorId", ("id", batch.CreditorId)));
            foreach (var (j, collection) in batch.Collections.Index())
            {
                var place = $"{at}.collections[{j}]";
                checks.Reference(collection.EndToEndId, place + ".endToEndId", unique: "end-to-end");
                checks.Reference(collection.MandateId, place + ".mandateId", unique: null);
                checks.Amount(collection.Amount, place + ".amount");
                checks.Account(collection.Debtor, place + ".debtor");
                if (collection.Amendment is { } changed && changed.OriginalMandateId.Length > 0)
                    checks.Reference(changed.OriginalMandateId, place + ".amendment.originalMandateId", unique: null);
                if (collection.Amendment is { } other && other.OriginalCreditorId.Length > 0
                    && !CreditorIdentifier.IsValid(other.OriginalCreditorId))
                    checks.Add(PaymentFileErrors.CreditorIdInvalid.At(place + ".amendment.originalCreditorId",
                        ("id", other.OriginalCreditorId)));
                if (collection.MandateSignedOn > batch.CollectOn)
                    checks.Add(PaymentFileErrors.MandateNotSigned.At(place + ".mandateSignedOn",
                        ("mandate", collection.MandateId), ("signed", collection.MandateSignedOn), ("day", batch.CollectOn)));
            }
        }
        return checks.Findings;
    }

    /// <summary>Writes the message as pain.008.001.08, UTF-8; refused with all of <see cref="Check"/>, and then nothing is
    /// written.</summary>
    /// <returns>How many collections of how much were written.</returns>
    public Result<PaymentFileTotals> WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var findings = Check();
        if (!findings.IsEmpty) return Result.Failure<PaymentFileTotals>(findings);
        var totals = PaymentFileTotals.Of(Batches.SelectMany(b => b.Collections).Select(c => c.Amount));
        using var xml = new PainXml(stream, "pain.008.001.08", "CstmrDrctDbtInitn");
        xml.Header(MessageId, CreatedAt, totals, Sender);
        foreach (var batch in Batches) Write(batch, xml);
        return Result.Success(totals);
    }

    private static void Write(DirectDebitBatch batch, PainXml xml)
    {
        xml.Start("PmtInf");
        xml.Text("PmtInfId", batch.Id);
        xml.Text("PmtMtd", "DD");
        xml.Totals(PaymentFileTotals.Of(batch.Collections.Select(c => c.Amount)));
        xml.Start("PmtTpInf");
        xml.Code("SvcLvl", "SEPA");
        xml.Code("LclInstrm", batch.Scheme == DirectDebitScheme.B2B ? "B2B" : "CORE");
        xml.Text("SeqTp", batch.Sequence switch
        {
            SequenceType.First => "FRST",
            SequenceType.Final => "FNAL",
            SequenceType.OneOff => "OOFF",
            _ => "RCUR",
        });
        xml.End();
        xml.Date("ReqdColltnDt", batch.CollectOn);
        xml.Party("Cdtr", batch.Creditor.Name);
        xml.Account("CdtrAcct", batch.Creditor.Iban);
        xml.Agent("CdtrAgt", batch.Creditor.Bic);
        xml.Text("ChrgBr", "SLEV");
        xml.Start("CdtrSchmeId", "Id", "PrvtId", "Othr");
        xml.Text("Id", CreditorIdentifier.Electronic(batch.CreditorId));
        xml.Start("SchmeNm");
        xml.Text("Prtry", "SEPA");
        xml.End(5);
        foreach (var collection in batch.Collections)
        {
            xml.Start("DrctDbtTxInf");
            xml.Start("PmtId");
            xml.Text("EndToEndId", collection.EndToEndId);
            xml.End();
            xml.Amount("InstdAmt", collection.Amount);
            xml.Start("DrctDbtTx", "MndtRltdInf");
            xml.Text("MndtId", collection.MandateId);
            xml.Date("DtOfSgntr", collection.MandateSignedOn);
            if (collection.Amendment is { } amendment) Write(amendment, xml);
            xml.End(2);
            xml.Agent("DbtrAgt", collection.Debtor.Bic);
            xml.Party("Dbtr", collection.Debtor.Name);
            xml.Account("DbtrAcct", collection.Debtor.Iban);
            xml.Remittance(collection.Text);
            xml.End();
        }
        xml.End();
    }

    private static void Write(CollectionAmendment amendment, PainXml xml)
    {
        xml.Text("AmdmntInd", "true");
        xml.Start("AmdmntInfDtls");
        if (amendment.OriginalMandateId.Length > 0) xml.Text("OrgnlMndtId", amendment.OriginalMandateId);
        if (amendment.OriginalCreditorName.Length > 0 || amendment.OriginalCreditorId.Length > 0)
        {
            xml.Start("OrgnlCdtrSchmeId");
            if (amendment.OriginalCreditorName.Length > 0)
                xml.Text("Nm", SepaText.Of(amendment.OriginalCreditorName, 70));
            if (amendment.OriginalCreditorId.Length > 0)
            {
                xml.Start("Id", "PrvtId", "Othr");
                xml.Text("Id", CreditorIdentifier.Electronic(amendment.OriginalCreditorId));
                xml.Start("SchmeNm");
                xml.Text("Prtry", "SEPA");
                xml.End(4);
            }
            xml.End();
        }
        if (amendment.IsOtherBank)
        {
            xml.Start("OrgnlDbtrAcct", "Id", "Othr");
            xml.Text("Id", "SMNDA");
            xml.End(3);
        }
        else if (amendment.OriginalIban is { } iban) xml.Account("OrgnlDbtrAcct", iban);
        xml.End();
    }
}
