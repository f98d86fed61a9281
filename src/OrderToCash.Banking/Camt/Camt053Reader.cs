using System.Xml;

namespace OrderToCash.Banking;

/// <summary>
/// Reads camt.053 statements - and camt.052 reports and camt.054 notifications, which share their form - of every version, by
/// local names, one statement at a time. Nothing is resolved or fetched, document types are refused, memory is bounded by
/// <see cref="BankFileLimits"/>.
/// </summary>
public static class Camt053Reader
{
    /// <summary>
    /// The statements of a file, lazily: a success for each statement (what is wrong inside is in its
    /// <see cref="BankStatement.Findings"/>, the good entries are kept), then a failure when the file itself is refused or breaks
    /// off. A statement that breaks off comes with the entries that were whole, and says so in its findings.
    /// </summary>
    /// <param name="stream">The file; it is read once, forward, and stays open.</param>
    /// <param name="limits">How much to read; <see cref="BankFileLimits.Default"/> when null.</param>
    /// <param name="cancel">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<Result<BankStatement>> Read(
        Stream stream, BankFileLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Walk(stream, limits ?? BankFileLimits.Default, cancel);
    }

    private static IEnumerable<Result<BankStatement>> Walk(Stream stream, BankFileLimits limits, CancellationToken cancel)
    {
        using var file = new CamtFile(stream, limits, cancel);
        while (file.Next() is { } statement) yield return Result.Success(statement);
        if (file.Refusal is { } error) yield return Result.Failure<BankStatement>(error);
    }

    private sealed class CamtFile(Stream stream, BankFileLimits limits, CancellationToken cancel) : IDisposable
    {
        private BankXml? xml;
        private CamtStatement? open;
        private CamtPage? page;
        private LocalDate? made;
        private bool done, foundMessage;
        private string root = "";
        private int number;

        public DomainError? Refusal { get; private set; }

        public BankStatement? Next()
        {
            if (done) return null;
            try
            {
                xml ??= new BankXml(stream, limits, cancel);
                if (NextStatement() is { } statement) return statement;
                done = true;
                if (!foundMessage) Refusal = BankFileErrors.NotCamt.With(("element", root), ("line", 1), ("position", 1));
                else if (number == 0) Refusal = BankFileErrors.NoStatement.With(("line", xml.Line), ("position", xml.Position));
            }
            catch (XmlException e)
            {
                Refuse(BankXml.Named(e, limits));
            }
            catch (BankFileRefusedException e)
            {
                Refuse(e.Error);
            }
            return done && Refusal is not null && open is { } rest ? rest.Finish(Refusal) : null;
        }

        public void Dispose() => xml?.Dispose();

        private void Refuse(DomainError error) => (done, Refusal) = (true, error);

        private BankStatement? NextStatement()
        {
            while (xml!.Read())
            {
                if (!xml.IsElement) continue;
                if (root.Length == 0) root = xml.Name;
                if (!foundMessage) foundMessage = IsMessage(xml.Name);
                else if (KindOf(xml.Name) is { } kind) return ReadStatement(kind);
                else if (xml.Name == "GrpHdr" && CamtText.TryDate(xml.ReadTree().TextAt("CreDtTm"), out var date)) made = date;
            }
            return null;
        }

        private BankStatement ReadStatement(BankStatementKind kind)
        {
            number++;
            var statement = open = new CamtStatement(kind, $"{xml!.Name}[{number}]", xml.Line, limits, made, page);
            var depth = xml.Depth;
            if (!xml.IsEmptyElement)
            {
                while (xml.Read() && xml.Depth > depth)
                {
                    if (!xml.IsElement) continue;
                    var part = xml.ReadTree();
                    if (part.Name == "Ntry") statement.TakeEntry(part);
                    else statement.TakeHeader(part);
                }
            }
            (open, page) = (null, statement.Page);
            return statement.Finish(null);
        }

        private static bool IsMessage(string name) =>
            name.StartsWith("BkToCstmrStmt", StringComparison.Ordinal)
            || name.StartsWith("BkToCstmrAcctRpt", StringComparison.Ordinal)
            || name.StartsWith("BkToCstmrDbtCdtNtfctn", StringComparison.Ordinal);

        private static BankStatementKind? KindOf(string name) => name switch
        {
            "Stmt" => BankStatementKind.Statement,
            "Rpt" => BankStatementKind.Report,
            "Ntfctn" => BankStatementKind.Notification,
            _ => null,
        };
    }
}
