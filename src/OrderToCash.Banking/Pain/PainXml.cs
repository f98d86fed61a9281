using System.Globalization;
using System.Text;
using System.Xml;
using NodaTime.Text;

namespace OrderToCash.Banking;

/// <summary>The parts that pain messages share, in the order of their schema.</summary>
internal sealed class PainXml : IDisposable
{
    private readonly XmlWriter xml;

    public PainXml(Stream stream, string message, string root)
    {
        xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), CloseOutput = false, Indent = true });
        xml.WriteStartElement("Document", "urn:iso:std:iso:20022:tech:xsd:" + message);
        xml.WriteStartElement(root);
    }

    public void Header(string id, Instant createdAt, PaymentFileTotals totals, string sender)
    {
        Start("GrpHdr");
        Text("MsgId", id);
        Text("CreDtTm", InstantPattern.General.Format(createdAt));
        Totals(totals);
        Party("InitgPty", sender);
        End();
    }

    public void Totals(PaymentFileTotals totals)
    {
        Text("NbOfTxs", totals.Count.ToString(CultureInfo.InvariantCulture));
        Text("CtrlSum", Number(totals.Sum));
    }

    public void Start(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) xml.WriteStartElement(name);
    }

    public void End(int levels = 1)
    {
        for (var i = 0; i < levels; i++) xml.WriteEndElement();
    }

    public void Text(string name, string text) => xml.WriteElementString(name, text);

    public void Date(string name, LocalDate day) => Text(name, LocalDatePattern.Iso.Format(day));

    public void Code(string name, string code)
    {
        Start(name);
        Text("Cd", code);
        End();
    }

    public void Party(string name, string partyName)
    {
        Start(name);
        Text("Nm", SepaText.Of(partyName, 70));
        End();
    }

    public void Account(string name, Iban iban)
    {
        Start(name, "Id");
        Text("IBAN", iban.Value);
        End(2);
    }

    /// <summary>Without a BIC the schema wants to read that there is none.</summary>
    public void Agent(string name, string bic)
    {
        Start(name, "FinInstnId");
        if (bic.Length > 0) Text("BICFI", bic);
        else
        {
            Start("Othr");
            Text("Id", "NOTPROVIDED");
            End();
        }
        End(2);
    }

    public void Amount(string name, Money amount)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("Ccy", amount.Currency.Code);
        xml.WriteString(Number(amount));
        xml.WriteEndElement();
    }

    public void Remittance(string text)
    {
        if (SepaText.Of(text, 140) is not { Length: > 0 } sent) return;
        Start("RmtInf");
        Text("Ustrd", sent);
        End();
    }

    public void Dispose() => xml.Dispose();

    private static string Number(Money amount) => amount.Amount.ToString("0.00", CultureInfo.InvariantCulture);
}
