export default function HomePage() {
  return (
    <div className="page py-6">
      <h1>Run Django ORM and SQLAlchemy. Read the SQL.</h1>
    </div>
  );
}
