using System.Globalization;
using System.Xml;
using NodaTime.Text;

namespace OrderToCash.Quickstart;

/// <summary>Writes camt.053.001.08: one statement for each account, balances that add up, card payments of a day as one batch.</summary>
internal sealed class CamtWriter : IDisposable
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private readonly LocalDate from, asOf;
    private readonly MemoryStream content = new();
    private readonly XmlWriter xml;

    public CamtWriter(LocalDate from, LocalDate asOf)
    {
        (this.from, this.asOf) = (from, asOf);
        xml = XmlWriter.Create(content, new() { Encoding = new System.Text.UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartDocument();
        xml.WriteStartElement("Document", Namespace);
        xml.WriteStartElement("BkToCstmrStmt", Namespace);
        xml.WriteStartElement("GrpHdr", Namespace);
        Text("MsgId", $"STMT-{Date(asOf)}");
        Text("CreDtTm", $"{Date(asOf)}T22:00:00Z");
        xml.WriteEndElement();
    }

    public byte[] Finish()
    {
        xml.WriteEndDocument();
        xml.Flush();
        return content.ToArray();
    }

    public void Dispose() => xml.Dispose();

    /// <summary>Writes the statement of an account and tells what each movement was.</summary>
    public List<PaymentTruth> Write(SellerAccount account, List<PaymentIntent> payments)
    {
        var closing = payments.Aggregate(account.Opening, (sum, p) => sum + p.Amount);
        xml.WriteStartElement("Stmt", Namespace);
        Text("Id", $"{account.Currency.Code}-{Date(asOf)}");
        Text("ElctrncSeqNb", "1");
        Text("CreDtTm", $"{Date(asOf)}T22:00:00Z");
        xml.WriteStartElement("FrToDt", Namespace);
        Text("FrDtTm", $"{Date(from)}T00:00:00Z");
        Text("ToDtTm", $"{Date(asOf)}T23:59:59Z");
        xml.WriteEndElement();
        Account("Acct", account.Iban.Value, account.Currency);
        Balance("OPBD", account.Opening, from);
        Balance("CLBD", closing, asOf);
        var truth = new List<PaymentTruth>(payments.Count);
        foreach (var entry in payments.GroupBy(p => (p.Date, Batch: p.Customer?.IsCashSale == true ? p.Customer.Key : p.Order)))
            Entry(account, [.. entry], truth);
        xml.WriteEndElement();
        return truth;
    }

    private void Entry(SellerAccount account, PaymentIntent[] payments, List<PaymentTruth> truth)
    {
        var first = payments[0];
        var references = payments.Select((_, i) => $"{account.Currency.Code}{LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Format(first.Date)}{truth.Count + i + 1:00000}").ToList();
        var total = payments.Skip(1).Aggregate(first.Amount, (sum, p) => sum + p.Amount);
        xml.WriteStartElement("Ntry", Namespace);
        Text("NtryRef", $"{truth.Count + 1}");
        Amount("Amt", total.Abs());
        Text("CdtDbtInd", total.IsNegative ? "DBIT" : "CRDT");
        if (first.IsReturn) Text("RvslInd", "true");
        Nested("Sts", "Cd", "BOOK");
        Nested("BookgDt", "Dt", Date(first.Date));
        Nested("ValDt", "Dt", Date(first.Date));
        if (payments.Length == 1) Text("AcctSvcrRef", references[0]);
        BankTransaction(first);
        xml.WriteStartElement("NtryDtls", Namespace);
        if (payments.Length > 1) Nested("Btch", "NbOfTxs", payments.Length.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < payments.Length; i++)
        {
            Detail(account, payments[i], references[i]);
            truth.Add(TruthOf(account, payments[i], references[i]));
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Detail(SellerAccount account, PaymentIntent payment, string reference)
    {
        var (said, roles) = (payment.Remittance, payment.Amount.IsNegative && !payment.IsReturn ? "Cdtr" : "Dbtr");
        xml.WriteStartElement("TxDtls", Namespace);
        xml.WriteStartElement("Refs", Namespace);
        Text("AcctSvcrRef", reference);
        Text("EndToEndId", said.EndToEndId.Length > 0 ? said.EndToEndId : "NOTPROVIDED");
        xml.WriteEndElement();
        Amount("Amt", payment.Amount.Abs());
        Text("CdtDbtInd", payment.Amount.IsNegative ? "DBIT" : "CRDT");
        xml.WriteStartElement("RltdPties", Namespace);
        xml.WriteStartElement(roles, Namespace);
        Nested("Pty", "Nm", said.Name);
        xml.WriteEndElement();
        if (said.Account.Length > 0) Account(roles + "Acct", said.Account, null);
        xml.WriteEndElement();
        Remittance(said);
        if (payment.IsReturn)
        {
            xml.WriteStartElement("RtrInf", Namespace);
            Nested("Rsn", "Cd", "AM04");
            Text("AddtlInf", "Insufficient funds");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Remittance(Remittance said)
    {
        if (said.Text.Length == 0 && said.Claims.IsEmpty) return;
        xml.WriteStartElement("RmtInf", Namespace);
        for (var at = 0; at < said.Text.Length; at += 140) Text("Ustrd", said.Text[at..Math.Min(said.Text.Length, at + 140)]);
        foreach (var claim in said.Claims)
        {
            xml.WriteStartElement("Strd", Namespace);
            if (claim.DocumentNumber.Length > 0) Nested("RfrdDocInf", "Nb", claim.DocumentNumber);
            if (claim.Amount is { } amount)
            {
                xml.WriteStartElement("RfrdDocAmt", Namespace);
                Amount(amount.IsNegative ? "CdtNoteAmt" : "RmtdAmt", amount.Abs());
                xml.WriteEndElement();
            }
            if (claim.StructuredReference.Length > 0) Nested("CdtrRefInf", "Ref", claim.StructuredReference);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void BankTransaction(PaymentIntent payment)
    {
        var (family, sub) = payment switch
        {
            { IsReturn: true } => ("RDDT", "UPDD"),
            { Customer.IsCashSale: true } => ("MCRD", "POSC"),
            { Amount.IsNegative: true } => ("ICDT", "ESCT"),
            _ => ("RCDT", "ESCT"),
        };
        xml.WriteStartElement("BkTxCd", Namespace);
        xml.WriteStartElement("Domn", Namespace);
        Text("Cd", "PMNT");
        xml.WriteStartElement("Fmly", Namespace);
        Text("Cd", family);
        Text("SubFmlyCd", sub);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Account(string element, string iban, Currency? currency)
    {
        xml.WriteStartElement(element, Namespace);
        Nested("Id", "IBAN", iban);
        if (currency is { } own)
        {
            Text("Ccy", own.Code);
            Nested("Ownr", "Nm", SellerAccount.Owner);
        }
        xml.WriteEndElement();
    }

    private void Balance(string type, Money amount, LocalDate date)
    {
        xml.WriteStartElement("Bal", Namespace);
        xml.WriteStartElement("Tp", Namespace);
        Nested("CdOrPrtry", "Cd", type);
        xml.WriteEndElement();
        Amount("Amt", amount.Abs());
        Text("CdtDbtInd", amount.IsNegative ? "DBIT" : "CRDT");
        Nested("Dt", "Dt", Date(date));
        xml.WriteEndElement();
    }

    private void Amount(string element, Money amount)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteAttributeString("Ccy", amount.Currency.Code);
        xml.WriteString(amount.Amount.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private void Nested(string outer, string inner, string text)
    {
        xml.WriteStartElement(outer, Namespace);
        Text(inner, text);
        xml.WriteEndElement();
    }

    private void Text(string element, string text) => xml.WriteElementString(element, Namespace, text);

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static PaymentTruth TruthOf(SellerAccount account, PaymentIntent payment, string reference) => new()
    {
        Account = account.Iban.Value, BankReference = reference, CustomerKey = payment.Customer?.Key ?? "", Date = payment.Date, Amount = payment.Amount,
        Bills = [.. payment.Bills.Select(b => b.Bill.Number)], Writing = payment.Writing, Twist = payment.Twist, TookDiscount = payment.TookDiscount,
        IsSecond = payment.IsSecond, IsReturn = payment.IsReturn,
    };
}
